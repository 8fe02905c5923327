using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Workspace.Rights;

/// <summary>
/// The distributed cache with a mark that is another as soon as anything is removed, on whichever node: what was made of cached values under a mark
/// holds as long as that is the mark.
/// </summary>
public sealed class MarkedCache(IDistributedCache cache) : IDistributedCache
{
    private const string MarkKey = "Workspace.Mark";
    private static readonly DistributedCacheEntryOptions MarkLifetime = new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1) };

    /// <summary>Read it before the values.</summary>
    public Guid Mark
    {
        get
        {
            if (cache.Get(MarkKey) is { Length: 16 } known)
            {
                return new Guid(known);
            }
            var mark = Guid.NewGuid();
            cache.Set(MarkKey, mark.ToByteArray(), MarkLifetime);
            return mark;
        }
    }

    /// <summary>Puts it before the cache that is registered.</summary>
    public static void Add(IServiceCollection services)
    {
        var cache = services.Last(service => service.ServiceType == typeof(IDistributedCache));
        services.Replace(ServiceDescriptor.Singleton<IDistributedCache>(provider => new MarkedCache(
            (IDistributedCache)(cache.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, cache.ImplementationType!)))));
    }

    public byte[]? Get(string key) => cache.Get(key);

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => cache.GetAsync(key, token);

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => cache.Set(key, value, options);

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) => cache.SetAsync(key, value, options, token);

    public void Refresh(string key) => cache.Refresh(key);

    public Task RefreshAsync(string key, CancellationToken token = default) => cache.RefreshAsync(key, token);

    public void Remove(string key)
    {
        cache.Remove(key);
        cache.Remove(MarkKey);
    }

    public async Task RemoveAsync(string key, CancellationToken token = default)
    {
        await cache.RemoveAsync(key, token);
        await cache.RemoveAsync(MarkKey, token);
    }
}
