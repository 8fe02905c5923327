using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Testing;

/// <summary>What is remembered of one test's database is not known in another's, though they share an app, tenants and users.</summary>
public sealed class TestCache : IDistributedCache
{
    private static int _forgotten;

    private readonly MemoryDistributedCache _inner = new(Options.Create(new MemoryDistributedCacheOptions()));

    public byte[]? Get(string key) => _inner.Get(Own(key));
    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => _inner.GetAsync(Own(key), token);
    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => _inner.Set(Own(key), value, options);
    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) => _inner.SetAsync(Own(key), value, options, token);
    public void Refresh(string key) => _inner.Refresh(Own(key));
    public Task RefreshAsync(string key, CancellationToken token = default) => _inner.RefreshAsync(Own(key), token);
    public void Remove(string key) => _inner.Remove(Own(key));
    public Task RemoveAsync(string key, CancellationToken token = default) => _inner.RemoveAsync(Own(key), token);

    /// <summary>As after a minute in which nobody asked.</summary>
    public static void Forget() => Interlocked.Increment(ref _forgotten);

    private static string Own(string key) => $"{TestDatabase.Chosen}|{_forgotten}|{key}";
}
