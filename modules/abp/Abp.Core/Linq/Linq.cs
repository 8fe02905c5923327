using System.Linq.Expressions;

namespace Volo.Abp.Linq;

/// <summary>Runs a query asynchronously without a reference to the library that translates it.</summary>
public interface IAsyncQueryableExecuter
{
    Task<bool> AnyAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default);
    Task<bool> AnyAsync<T>(IQueryable<T> queryable, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default);
    Task<bool> AllAsync<T>(IQueryable<T> queryable, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default);
    Task<int> CountAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default);
    Task<int> CountAsync<T>(IQueryable<T> queryable, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default);
    Task<long> LongCountAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default);
    Task<T> FirstAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default);
    Task<T> FirstAsync<T>(IQueryable<T> queryable, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default);
    Task<T?> FirstOrDefaultAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default);
    Task<T?> FirstOrDefaultAsync<T>(IQueryable<T> queryable, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default);
    Task<T> SingleAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default);
    Task<T?> SingleOrDefaultAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default);
    Task<T?> SingleOrDefaultAsync<T>(IQueryable<T> queryable, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default);
    Task<T> MinAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default);
    Task<T> MaxAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default);
    Task<decimal> SumAsync(IQueryable<decimal> source, CancellationToken cancellationToken = default);
    Task<long> SumAsync(IQueryable<long> source, CancellationToken cancellationToken = default);
    Task<List<T>> ToListAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default);
    Task<T[]> ToArrayAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default);
}
