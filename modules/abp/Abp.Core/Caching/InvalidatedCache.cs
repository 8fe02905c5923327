using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Volo.Abp.Uow;

namespace Volo.Abp.Caching;

/// <summary>
/// What the database says, kept until the rows change. A value belongs to a stamp in the distributed cache, as ABP's values lie
/// there themselves: whoever changes rows removes their stamp, and with a cache that the nodes share all read again. A value
/// that was being read while it changed is not kept, and a change inside a unit of work counts again after it, so that nobody
/// keeps what he read in between.
/// </summary>
internal class InvalidatedCache<TValue>(IUnitOfWorkManager unitOfWorkManager, IDistributedCache stamps)
{
    /// <summary>How long a node can go on with what it knew when the word of a change was lost. No value outlives its stamp.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private static readonly DistributedCacheEntryOptions StampLifetime = new() { AbsoluteExpirationRelativeToNow = Lifetime };

    private readonly MemoryCache cache = new(new MemoryCacheOptions());

    public async Task<TValue> GetOrReadAsync(string key, Func<Task<TValue>> read)
    {
        var stamp = FindStamp(key);
        if (stamp is not null && cache.TryGetValue((key, stamp.Value), out TValue? known))
        {
            return known!;
        }

        var mine = stamp ?? Stamp(key);
        var value = await read();
        if (FindStamp(key) == mine)
        {
            cache.Set((key, mine), value, Lifetime);
        }

        return value;
    }

    /// <summary>What is forgotten together; a key is by itself.</summary>
    protected virtual string GroupOf(string key) => key;

    public void Invalidate(string key)
    {
        var stamp = StampKey(key);
        stamps.Remove(stamp);
        if (unitOfWorkManager.Current is { } unitOfWork)
        {
            unitOfWork.OnCompleted(() => stamps.RemoveAsync(stamp));
            unitOfWork.Disposed += (_, _) => stamps.Remove(stamp); // it may have been rolled back
        }
    }

    private Guid? FindStamp(string key) => stamps.Get(StampKey(key)) is { Length: 16 } bytes ? new Guid(bytes) : null;

    private Guid Stamp(string key)
    {
        var stamp = Guid.NewGuid();
        stamps.Set(StampKey(key), stamp.ToByteArray(), StampLifetime);
        return stamp;
    }

    private string StampKey(string key) => $"{GetType().Name}:{GroupOf(key)}";
}
