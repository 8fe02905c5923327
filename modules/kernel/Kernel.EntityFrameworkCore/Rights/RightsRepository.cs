using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore;

namespace Kernel.Rights;

/// <summary>
/// Reads, finds and deletes only what the current user sees. Each context has a pair of classes made from this and the one
/// with a key, set by <c>SetDefaultRepositoryClasses</c>. All of ABP's reading goes through <see cref="GetQueryableAsync"/>
/// but for what is overridden beside it; the context and its sets are handed out in <see cref="SystemWork"/> only.
/// </summary>
public abstract class RightsRepository<TDbContext, TEntity>(IDbContextProvider<TDbContext> contexts)
    : EfCoreRepository<TDbContext, TEntity>(contexts), IEfCoreRepository<TEntity>
    where TDbContext : IEfCoreDbContext where TEntity : class, IEntity
{
    private RecordRights Rights => LazyServiceProvider.LazyGetRequiredService<RecordRights>();

    public override async Task<IQueryable<TEntity>> GetQueryableAsync() =>
        await Rights.NarrowAsync(await base.GetQueryableAsync(), await GetDbContextAsync());

    public override async Task DeleteAsync(Expression<Func<TEntity, bool>> predicate, bool autoSave = false, CancellationToken cancellationToken = default) =>
        await DeleteManyAsync(await GetListAsync(predicate, cancellationToken: cancellationToken), autoSave, cancellationToken);

    public override async Task DeleteDirectAsync(Expression<Func<TEntity, bool>> predicate, CancellationToken cancellationToken = default) =>
        await (await GetQueryableAsync()).Where(predicate).ExecuteDeleteAsync(GetCancellationToken(cancellationToken));

    async Task<DbSet<TEntity>> IEfCoreRepository<TEntity>.GetDbSetAsync() => Rights.Bind<TEntity>() ? throw Bypass.Of<TEntity>() : await GetDbSetAsync();

    async Task<DbContext> IEfCoreRepository<TEntity>.GetDbContextAsync() =>
        Rights.Bind<TEntity>() ? throw Bypass.Of<TEntity>() : (DbContext)(object)await GetDbContextAsync();
}

/// <inheritdoc cref="RightsRepository{TDbContext, TEntity}"/>
public abstract class RightsRepository<TDbContext, TEntity, TKey>(IDbContextProvider<TDbContext> contexts)
    : EfCoreRepository<TDbContext, TEntity, TKey>(contexts), IEfCoreRepository<TEntity, TKey>
    where TDbContext : IEfCoreDbContext where TEntity : class, IEntity<TKey>
{
    private RecordRights Rights => LazyServiceProvider.LazyGetRequiredService<RecordRights>();

    public override async Task<IQueryable<TEntity>> GetQueryableAsync() =>
        await Rights.NarrowAsync(await base.GetQueryableAsync(), await GetDbContextAsync());

    public override async Task<TEntity?> FindAsync(TKey id, bool includeDetails = true, CancellationToken cancellationToken = default) =>
        await (includeDetails ? await WithDetailsAsync() : await GetQueryableAsync())
            .OrderBy(entity => entity.Id).FirstOrDefaultAsync(entity => entity.Id!.Equals(id), GetCancellationToken(cancellationToken));

    public override async Task DeleteAsync(Expression<Func<TEntity, bool>> predicate, bool autoSave = false, CancellationToken cancellationToken = default) =>
        await DeleteManyAsync(await GetListAsync(predicate, cancellationToken: cancellationToken), autoSave, cancellationToken);

    public override async Task DeleteManyAsync(IEnumerable<TKey> ids, bool autoSave = false, CancellationToken cancellationToken = default)
    {
        var keys = ids.ToList();
        await DeleteManyAsync(await GetListAsync(entity => keys.Contains(entity.Id), cancellationToken: cancellationToken), autoSave, cancellationToken);
    }

    public override async Task DeleteDirectAsync(Expression<Func<TEntity, bool>> predicate, CancellationToken cancellationToken = default) =>
        await (await GetQueryableAsync()).Where(predicate).ExecuteDeleteAsync(GetCancellationToken(cancellationToken));

    async Task<DbSet<TEntity>> IEfCoreRepository<TEntity>.GetDbSetAsync() => Rights.Bind<TEntity>() ? throw Bypass.Of<TEntity>() : await GetDbSetAsync();

    async Task<DbContext> IEfCoreRepository<TEntity>.GetDbContextAsync() =>
        Rights.Bind<TEntity>() ? throw Bypass.Of<TEntity>() : (DbContext)(object)await GetDbContextAsync();
}

internal static class Bypass
{
    public static Exception Of<TEntity>() => new NotSupportedException(
        $"Not everybody sees every {typeof(TEntity).Name}: start from GetQueryableAsync, or work within SystemWork.");
}
