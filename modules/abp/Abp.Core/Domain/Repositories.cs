using System.Linq.Expressions;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Linq;

namespace Volo.Abp.Domain.Repositories
{
    public interface IRepository
    {
        bool? IsChangeTrackingEnabled { get; }
    }

    public interface IReadOnlyBasicRepository<TEntity> : IRepository where TEntity : class, IEntity
    {
        Task<List<TEntity>> GetListAsync(bool includeDetails = false, CancellationToken cancellationToken = default);
        Task<long> GetCountAsync(CancellationToken cancellationToken = default);

        /// <param name="sorting">Mapped scalar properties with an optional "desc", separated by commas. Nothing else is accepted.</param>
        Task<List<TEntity>> GetPagedListAsync(int skipCount, int maxResultCount, string sorting, bool includeDetails = false, CancellationToken cancellationToken = default);
    }

    public interface IReadOnlyBasicRepository<TEntity, TKey> : IReadOnlyBasicRepository<TEntity> where TEntity : class, IEntity<TKey>
    {
        Task<TEntity> GetAsync(TKey id, bool includeDetails = true, CancellationToken cancellationToken = default);
        Task<TEntity?> FindAsync(TKey id, bool includeDetails = true, CancellationToken cancellationToken = default);
    }

    public interface IBasicRepository<TEntity> : IReadOnlyBasicRepository<TEntity> where TEntity : class, IEntity
    {
        Task<TEntity> InsertAsync(TEntity entity, bool autoSave = false, CancellationToken cancellationToken = default);
        Task InsertManyAsync(IEnumerable<TEntity> entities, bool autoSave = false, CancellationToken cancellationToken = default);
        Task<TEntity> UpdateAsync(TEntity entity, bool autoSave = false, CancellationToken cancellationToken = default);
        Task UpdateManyAsync(IEnumerable<TEntity> entities, bool autoSave = false, CancellationToken cancellationToken = default);
        Task DeleteAsync(TEntity entity, bool autoSave = false, CancellationToken cancellationToken = default);
        Task DeleteManyAsync(IEnumerable<TEntity> entities, bool autoSave = false, CancellationToken cancellationToken = default);
    }

    public interface IBasicRepository<TEntity, TKey> : IBasicRepository<TEntity>, IReadOnlyBasicRepository<TEntity, TKey> where TEntity : class, IEntity<TKey>
    {
        Task DeleteAsync(TKey id, bool autoSave = false, CancellationToken cancellationToken = default);
        Task DeleteManyAsync(IEnumerable<TKey> ids, bool autoSave = false, CancellationToken cancellationToken = default);
    }

    public interface IReadOnlyRepository<TEntity> : IReadOnlyBasicRepository<TEntity> where TEntity : class, IEntity
    {
        IAsyncQueryableExecuter AsyncExecuter { get; }
        Task<IQueryable<TEntity>> WithDetailsAsync();
        Task<IQueryable<TEntity>> WithDetailsAsync(params Expression<Func<TEntity, object>>[] propertySelectors);
        Task<IQueryable<TEntity>> GetQueryableAsync();
        Task<List<TEntity>> GetListAsync(Expression<Func<TEntity, bool>> predicate, bool includeDetails = false, CancellationToken cancellationToken = default);
    }

    public interface IReadOnlyRepository<TEntity, TKey> : IReadOnlyRepository<TEntity>, IReadOnlyBasicRepository<TEntity, TKey> where TEntity : class, IEntity<TKey>;

    public interface IRepository<TEntity> : IReadOnlyRepository<TEntity>, IBasicRepository<TEntity> where TEntity : class, IEntity
    {
        Task<TEntity?> FindAsync(Expression<Func<TEntity, bool>> predicate, bool includeDetails = true, CancellationToken cancellationToken = default);
        Task<TEntity> GetAsync(Expression<Func<TEntity, bool>> predicate, bool includeDetails = true, CancellationToken cancellationToken = default);
        Task DeleteAsync(Expression<Func<TEntity, bool>> predicate, bool autoSave = false, CancellationToken cancellationToken = default);
        Task DeleteDirectAsync(Expression<Func<TEntity, bool>> predicate, CancellationToken cancellationToken = default);
    }

    public interface IRepository<TEntity, TKey> : IRepository<TEntity>, IReadOnlyRepository<TEntity, TKey>, IBasicRepository<TEntity, TKey> where TEntity : class, IEntity<TKey>;

    public interface IEntityChangeTrackingProvider
    {
        bool? Enabled { get; }
        IDisposable Change(bool? enabled);
    }

    public class EntityChangeTrackingProvider : IEntityChangeTrackingProvider, DependencyInjection.ISingletonDependency
    {
        private readonly AsyncLocal<bool?> _enabled = new();

        public bool? Enabled => _enabled.Value;

        public IDisposable Change(bool? enabled)
        {
            var outer = _enabled.Value;
            _enabled.Value = enabled;
            return new DisposeAction(() => _enabled.Value = outer);
        }
    }

    public static class RepositoryExtensions
    {
        public static Task HardDeleteAsync<TEntity>(
            this IBasicRepository<TEntity> repository, TEntity entity, bool autoSave = false, CancellationToken cancellationToken = default)
            where TEntity : class, IEntity, ISoftDelete
        {
            HardDeletes.Of(repository).Add(entity);
            return repository.DeleteAsync(entity, autoSave, cancellationToken);
        }

        public static async Task HardDeleteAsync<TEntity>(
            this IRepository<TEntity> repository, Expression<Func<TEntity, bool>> predicate, bool autoSave = false, CancellationToken cancellationToken = default)
            where TEntity : class, IEntity, ISoftDelete
        {
            var hardDeletes = HardDeletes.Of(repository);
            foreach (var entity in await repository.GetListAsync(predicate, cancellationToken: cancellationToken))
            {
                hardDeletes.Add(entity);
                await repository.DeleteAsync(entity, false, cancellationToken);
            }
        }
    }

    /// <summary>The entities that the current unit of work deletes for good.</summary>
    internal static class HardDeletes
    {
        public const string Key = "AbpHardDeletedEntities";

        public static HashSet<IEntity> Of(IRepository repository)
        {
            var manager = (DynamicProxy.ProxyHelper.UnProxy(repository) as Uow.IUnitOfWorkManagerAccessor)?.UnitOfWorkManager
                ?? throw new AbpException("The repository should inherit from RepositoryBase to delete for good.");
            var items = (manager.Current ?? throw new AbpException("HardDelete needs a unit of work.")).Items;
            if (!items.TryGetValue(Key, out var known)) { items[Key] = known = new HashSet<IEntity>(ReferenceEqualityComparer.Instance); }
            return (HashSet<IEntity>)known;
        }
    }

    public static class RepositoryAsyncExtensions
    {
        public static async Task<bool> AnyAsync<T>(this IReadOnlyRepository<T> repository, CancellationToken cancellationToken = default) where T : class, IEntity =>
            await repository.AsyncExecuter.AnyAsync(await repository.GetQueryableAsync(), cancellationToken);

        public static async Task<bool> AnyAsync<T>(this IReadOnlyRepository<T> repository, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) where T : class, IEntity =>
            await repository.AsyncExecuter.AnyAsync(await repository.GetQueryableAsync(), predicate, cancellationToken);

        public static async Task<bool> AllAsync<T>(this IReadOnlyRepository<T> repository, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) where T : class, IEntity =>
            await repository.AsyncExecuter.AllAsync(await repository.GetQueryableAsync(), predicate, cancellationToken);

        public static async Task<int> CountAsync<T>(this IReadOnlyRepository<T> repository, CancellationToken cancellationToken = default) where T : class, IEntity =>
            await repository.AsyncExecuter.CountAsync(await repository.GetQueryableAsync(), cancellationToken);

        public static async Task<int> CountAsync<T>(this IReadOnlyRepository<T> repository, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) where T : class, IEntity =>
            await repository.AsyncExecuter.CountAsync(await repository.GetQueryableAsync(), predicate, cancellationToken);

        public static async Task<T> FirstAsync<T>(this IReadOnlyRepository<T> repository, CancellationToken cancellationToken = default) where T : class, IEntity =>
            await repository.AsyncExecuter.FirstAsync(await repository.GetQueryableAsync(), cancellationToken);

        public static async Task<T> FirstAsync<T>(this IReadOnlyRepository<T> repository, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) where T : class, IEntity =>
            await repository.AsyncExecuter.FirstAsync(await repository.GetQueryableAsync(), predicate, cancellationToken);

        public static async Task<T?> FirstOrDefaultAsync<T>(this IReadOnlyRepository<T> repository, CancellationToken cancellationToken = default) where T : class, IEntity =>
            await repository.AsyncExecuter.FirstOrDefaultAsync(await repository.GetQueryableAsync(), cancellationToken);

        public static async Task<T?> FirstOrDefaultAsync<T>(this IReadOnlyRepository<T> repository, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) where T : class, IEntity =>
            await repository.AsyncExecuter.FirstOrDefaultAsync(await repository.GetQueryableAsync(), predicate, cancellationToken);

        public static async Task<T?> SingleOrDefaultAsync<T>(this IReadOnlyRepository<T> repository, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) where T : class, IEntity =>
            await repository.AsyncExecuter.SingleOrDefaultAsync(await repository.GetQueryableAsync(), predicate, cancellationToken);

        public static async Task<List<T>> ToListAsync<T>(this IReadOnlyRepository<T> repository, CancellationToken cancellationToken = default) where T : class, IEntity =>
            await repository.AsyncExecuter.ToListAsync(await repository.GetQueryableAsync(), cancellationToken);

        public static async Task<T[]> ToArrayAsync<T>(this IReadOnlyRepository<T> repository, CancellationToken cancellationToken = default) where T : class, IEntity =>
            await repository.AsyncExecuter.ToArrayAsync(await repository.GetQueryableAsync(), cancellationToken);
    }
}
