using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Linq;

namespace Volo.Abp.EntityFrameworkCore;

[ExposeServices(typeof(IAsyncQueryableExecuter))]
internal sealed class EfCoreAsyncExecuter : IAsyncQueryableExecuter, ISingletonDependency
{
    public Task<bool> AnyAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default) => queryable.AnyAsync(cancellationToken);
    public Task<bool> AnyAsync<T>(IQueryable<T> queryable, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) => queryable.AnyAsync(predicate, cancellationToken);
    public Task<bool> AllAsync<T>(IQueryable<T> queryable, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) => queryable.AllAsync(predicate, cancellationToken);
    public Task<int> CountAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default) => queryable.CountAsync(cancellationToken);
    public Task<int> CountAsync<T>(IQueryable<T> queryable, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) => queryable.CountAsync(predicate, cancellationToken);
    public Task<long> LongCountAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default) => queryable.LongCountAsync(cancellationToken);
    public Task<T> FirstAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default) => queryable.FirstAsync(cancellationToken);
    public Task<T> FirstAsync<T>(IQueryable<T> queryable, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) => queryable.FirstAsync(predicate, cancellationToken);
    public Task<T?> FirstOrDefaultAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default) => queryable.FirstOrDefaultAsync(cancellationToken);
    public Task<T?> FirstOrDefaultAsync<T>(IQueryable<T> queryable, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) => queryable.FirstOrDefaultAsync(predicate, cancellationToken);
    public Task<T> SingleAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default) => queryable.SingleAsync(cancellationToken);
    public Task<T?> SingleOrDefaultAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default) => queryable.SingleOrDefaultAsync(cancellationToken);
    public Task<T?> SingleOrDefaultAsync<T>(IQueryable<T> queryable, Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) => queryable.SingleOrDefaultAsync(predicate, cancellationToken);
    public Task<T> MinAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default) => queryable.MinAsync(cancellationToken);
    public Task<T> MaxAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default) => queryable.MaxAsync(cancellationToken);
    public Task<decimal> SumAsync(IQueryable<decimal> source, CancellationToken cancellationToken = default) => source.SumAsync(cancellationToken);
    public Task<long> SumAsync(IQueryable<long> source, CancellationToken cancellationToken = default) => source.SumAsync(cancellationToken);
    public Task<List<T>> ToListAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default) => queryable.ToListAsync(cancellationToken);
    public Task<T[]> ToArrayAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default) => queryable.ToArrayAsync(cancellationToken);
}
