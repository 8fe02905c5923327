using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.Domain.Entities;
using Volo.Abp.DynamicProxy;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.DependencyInjection;
using Volo.Abp.Guids;

namespace Volo.Abp.Domain.Repositories.EntityFrameworkCore
{
    public interface IEfCoreRepository<TEntity> : IRepository<TEntity> where TEntity : class, IEntity
    {
        Task<DbContext> GetDbContextAsync();
        Task<DbSet<TEntity>> GetDbSetAsync();
    }

    public interface IEfCoreRepository<TEntity, TKey> : IEfCoreRepository<TEntity>, IRepository<TEntity, TKey> where TEntity : class, IEntity<TKey>;

    public class EfCoreRepository<TDbContext, TEntity>(IDbContextProvider<TDbContext> dbContextProvider) : RepositoryBase<TEntity>, IEfCoreRepository<TEntity>
        where TDbContext : IEfCoreDbContext where TEntity : class, IEntity
    {
        protected virtual AbpEntityOptions<TEntity> AbpEntityOptions =>
            ServiceProvider.GetRequiredService<IOptions<AbpEntityOptions>>().Value.GetOrNull<TEntity>() ?? Volo.Abp.EntityFrameworkCore.DependencyInjection.AbpEntityOptions<TEntity>.Empty;

        public virtual IGuidGenerator GuidGenerator => LazyServiceProvider.LazyGetService<IGuidGenerator>(SimpleGuidGenerator.Instance);

        async Task<DbContext> IEfCoreRepository<TEntity>.GetDbContextAsync() => (await GetDbContextAsync() as DbContext)!;
        Task<DbSet<TEntity>> IEfCoreRepository<TEntity>.GetDbSetAsync() => GetDbSetAsync();

        protected virtual Task<TDbContext> GetDbContextAsync() =>
            // A host's entity lives in the host's database, whatever the tenant.
            EntityHelper.IsMultiTenant<TEntity>() ? dbContextProvider.GetDbContextAsync() : InHostAsync();

        private async Task<TDbContext> InHostAsync()
        {
            using (CurrentTenant.Change(null)) { return await dbContextProvider.GetDbContextAsync(); }
        }

        protected async Task<DbSet<TEntity>> GetDbSetAsync() => (await GetDbContextAsync()).Set<TEntity>();

        public override async Task<IQueryable<TEntity>> GetQueryableAsync()
        {
            var set = await GetDbSetAsync();
            return ShouldTrackingEntityChange() ? set.AsQueryable() : set.AsNoTracking();
        }

        public override async Task<IQueryable<TEntity>> WithDetailsAsync() =>
            AbpEntityOptions.DefaultWithDetailsFunc is { } withDetails ? withDetails(await GetQueryableAsync()) : await GetQueryableAsync();

        public override async Task<IQueryable<TEntity>> WithDetailsAsync(params Expression<Func<TEntity, object>>[] propertySelectors) =>
            propertySelectors.Aggregate(await GetQueryableAsync(), (query, selector) => query.Include(selector));

        public override async Task<TEntity> InsertAsync(TEntity entity, bool autoSave = false, CancellationToken cancellationToken = default)
        {
            CheckAndSetId(entity);
            var context = await GetDbContextAsync();
            context.Set<TEntity>().Add(entity);
            if (autoSave) { await context.SaveChangesAsync(GetCancellationToken(cancellationToken)); }
            return entity;
        }

        public override async Task InsertManyAsync(IEnumerable<TEntity> entities, bool autoSave = false, CancellationToken cancellationToken = default)
        {
            var list = entities.ToList();
            list.ForEach(CheckAndSetId);
            var context = await GetDbContextAsync();
            context.Set<TEntity>().AddRange(list);
            if (autoSave) { await context.SaveChangesAsync(GetCancellationToken(cancellationToken)); }
        }

        public override async Task<TEntity> UpdateAsync(TEntity entity, bool autoSave = false, CancellationToken cancellationToken = default)
        {
            var context = await GetDbContextAsync();
            // Only the root is marked: a new child of a detached root is not inserted.
            if (context.Entry(entity).State == EntityState.Detached)
            {
                context.Set<TEntity>().Attach(entity);
                context.Entry(entity).State = EntityState.Modified;
            }
            if (autoSave) { await context.SaveChangesAsync(GetCancellationToken(cancellationToken)); }
            return entity;
        }

        public override async Task UpdateManyAsync(IEnumerable<TEntity> entities, bool autoSave = false, CancellationToken cancellationToken = default)
        {
            foreach (var entity in entities) { await UpdateAsync(entity, false, cancellationToken); }
            if (autoSave) { await (await GetDbContextAsync()).SaveChangesAsync(GetCancellationToken(cancellationToken)); }
        }

        public override async Task DeleteAsync(TEntity entity, bool autoSave = false, CancellationToken cancellationToken = default)
        {
            var context = await GetDbContextAsync();
            context.Set<TEntity>().Remove(entity);
            if (autoSave) { await context.SaveChangesAsync(GetCancellationToken(cancellationToken)); }
        }

        public override async Task DeleteManyAsync(IEnumerable<TEntity> entities, bool autoSave = false, CancellationToken cancellationToken = default)
        {
            var context = await GetDbContextAsync();
            context.Set<TEntity>().RemoveRange(entities);
            if (autoSave) { await context.SaveChangesAsync(GetCancellationToken(cancellationToken)); }
        }

        public override async Task DeleteAsync(Expression<Func<TEntity, bool>> predicate, bool autoSave = false, CancellationToken cancellationToken = default)
        {
            var context = await GetDbContextAsync();
            context.Set<TEntity>().RemoveRange(await context.Set<TEntity>().Where(predicate).ToListAsync(GetCancellationToken(cancellationToken)));
            if (autoSave) { await context.SaveChangesAsync(GetCancellationToken(cancellationToken)); }
        }

        public override async Task DeleteDirectAsync(Expression<Func<TEntity, bool>> predicate, CancellationToken cancellationToken = default) =>
            await (await GetDbSetAsync()).Where(predicate).ExecuteDeleteAsync(GetCancellationToken(cancellationToken));

        public override async Task<List<TEntity>> GetListAsync(bool includeDetails = false, CancellationToken cancellationToken = default) =>
            await (await QueryAsync(includeDetails)).ToListAsync(GetCancellationToken(cancellationToken));

        public override async Task<List<TEntity>> GetListAsync(Expression<Func<TEntity, bool>> predicate, bool includeDetails = false, CancellationToken cancellationToken = default) =>
            await (await QueryAsync(includeDetails)).Where(predicate).ToListAsync(GetCancellationToken(cancellationToken));

        public override async Task<long> GetCountAsync(CancellationToken cancellationToken = default) =>
            await (await GetQueryableAsync()).LongCountAsync(GetCancellationToken(cancellationToken));

        public override async Task<List<TEntity>> GetPagedListAsync(
            int skipCount, int maxResultCount, string sorting, bool includeDetails = false, CancellationToken cancellationToken = default) =>
            await Sorted(await QueryAsync(includeDetails), sorting).Skip(skipCount).Take(maxResultCount).ToListAsync(GetCancellationToken(cancellationToken));

        public override async Task<TEntity?> FindAsync(Expression<Func<TEntity, bool>> predicate, bool includeDetails = true, CancellationToken cancellationToken = default) =>
            await (await QueryAsync(includeDetails)).Where(predicate).SingleOrDefaultAsync(GetCancellationToken(cancellationToken));

        protected virtual void CheckAndSetId(TEntity entity)
        {
            if (entity is IEntity<Guid> withGuid && withGuid.Id == default) { EntityHelper.TrySetId(withGuid, GuidGenerator.Create, true); }
        }

        private protected Task<IQueryable<TEntity>> QueryAsync(bool includeDetails) => includeDetails ? WithDetailsAsync() : GetQueryableAsync();

        // Names come from callers: only mapped scalar properties are accepted.
        internal static IQueryable<TEntity> Sorted(IQueryable<TEntity> query, string? sorting)
        {
            if (string.IsNullOrWhiteSpace(sorting)) { return query; }
            IOrderedQueryable<TEntity>? sorted = null;
            foreach (var part in sorting.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                var property = typeof(TEntity).GetProperties().FirstOrDefault(p => string.Equals(p.Name, words[0], StringComparison.OrdinalIgnoreCase))
                    ?? throw new NotSupportedException($"Cannot sort {typeof(TEntity).Name} by '{words[0]}': only its own columns can be named.");
                var parameter = Expression.Parameter(typeof(TEntity), "e");
                var selector = Expression.Lambda(Expression.Property(parameter, property), parameter);
                var descending = words.Length > 1 && words[1].StartsWith("desc", StringComparison.OrdinalIgnoreCase);
                var method = (sorted is null ? "OrderBy" : "ThenBy") + (descending ? "Descending" : "");
                sorted = (IOrderedQueryable<TEntity>)(sorted ?? query).Provider.CreateQuery<TEntity>(
                    Expression.Call(typeof(Queryable), method, [typeof(TEntity), property.PropertyType], (sorted ?? query).Expression, Expression.Quote(selector)));
            }
            return sorted ?? query;
        }
    }

    public class EfCoreRepository<TDbContext, TEntity, TKey>(IDbContextProvider<TDbContext> dbContextProvider)
        : EfCoreRepository<TDbContext, TEntity>(dbContextProvider), IEfCoreRepository<TEntity, TKey>
        where TDbContext : IEfCoreDbContext where TEntity : class, IEntity<TKey>
    {
        public virtual async Task<TEntity> GetAsync(TKey id, bool includeDetails = true, CancellationToken cancellationToken = default) =>
            await FindAsync(id, includeDetails, GetCancellationToken(cancellationToken)) ?? throw new EntityNotFoundException(typeof(TEntity), id);

        public virtual async Task<TEntity?> FindAsync(TKey id, bool includeDetails = true, CancellationToken cancellationToken = default) =>
            await (await QueryAsync(includeDetails)).OrderBy(e => e.Id).FirstOrDefaultAsync(e => e.Id!.Equals(id), GetCancellationToken(cancellationToken));

        public virtual async Task DeleteAsync(TKey id, bool autoSave = false, CancellationToken cancellationToken = default)
        {
            if (await FindAsync(id, cancellationToken: cancellationToken) is { } entity) { await DeleteAsync(entity, autoSave, cancellationToken); }
        }

        public virtual async Task DeleteManyAsync(IEnumerable<TKey> ids, bool autoSave = false, CancellationToken cancellationToken = default)
        {
            var keys = ids.ToList();
            var entities = await (await GetDbSetAsync()).Where(e => keys.Contains(e.Id)).ToListAsync(GetCancellationToken(cancellationToken));
            await DeleteManyAsync(entities, autoSave, cancellationToken);
        }
    }
}

namespace Volo.Abp.Domain.Repositories
{
    public static class EfCoreRepositoryExtensions
    {
        public static Task<DbContext> GetDbContextAsync<TEntity>(this IReadOnlyBasicRepository<TEntity> repository) where TEntity : class, IEntity =>
            repository.ToEfCoreRepository().GetDbContextAsync();

        public static Task<DbSet<TEntity>> GetDbSetAsync<TEntity>(this IReadOnlyBasicRepository<TEntity> repository) where TEntity : class, IEntity =>
            repository.ToEfCoreRepository().GetDbSetAsync();

        public static EntityFrameworkCore.IEfCoreRepository<TEntity> ToEfCoreRepository<TEntity>(this IReadOnlyBasicRepository<TEntity> repository) where TEntity : class, IEntity =>
            ProxyHelper.UnProxy(repository) as EntityFrameworkCore.IEfCoreRepository<TEntity>
            ?? throw new ArgumentException("Given repository does not implement " + typeof(EntityFrameworkCore.IEfCoreRepository<TEntity>).AssemblyQualifiedName, nameof(repository));
    }
}
