using Microsoft.Extensions.Caching.Memory;
using Volo.Abp.Uow;

namespace Volo.Abp.Caching;

/// <summary>
/// What the database says, kept until the rows change. A value that was being read while it changed is not kept, and a change
/// inside a unit of work counts again after the commit, so that nobody keeps what he read in between.
/// </summary>
internal class InvalidatedCache<TValue>(IUnitOfWorkManager unitOfWorkManager, TimeSpan? lifetime = null)
{
    private readonly MemoryCache cache = new(new MemoryCacheOptions());
    private readonly TimeSpan lifetime = lifetime ?? TimeSpan.FromMinutes(20);
    private long generation;

    public async Task<TValue> GetOrReadAsync(string key, Func<Task<TValue>> read)
    {
        if (cache.TryGetValue(key, out TValue? known))
        {
            return known!;
        }

        var before = Interlocked.Read(ref generation);
        var value = await read();
        if (before == Interlocked.Read(ref generation))
        {
            cache.Set(key, value, lifetime);
        }

        return value;
    }

    public void Invalidate(string key) => ForgetNowAndAfterCommit(() => cache.Remove(key));

    public void InvalidateAll() => ForgetNowAndAfterCommit(cache.Clear);

    private void ForgetNowAndAfterCommit(Action forget)
    {
        Forget();
        unitOfWorkManager.Current?.OnCompleted(() =>
        {
            Forget();
            return Task.CompletedTask;
        });

        void Forget()
        {
            Interlocked.Increment(ref generation);
            forget();
        }
    }
}
