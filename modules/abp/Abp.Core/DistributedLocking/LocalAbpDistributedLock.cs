using System.Collections.Concurrent;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Modularity;

namespace Volo.Abp.DistributedLocking;

public class AbpDistributedLockingAbstractionsModule : AbpModule;

public interface IAbpDistributedLock
{
    /// <returns>Null when somebody else holds it for longer than <paramref name="timeout"/>.</returns>
    Task<IAbpDistributedLockHandle?> TryAcquireAsync(string name, TimeSpan timeout = default, CancellationToken cancellationToken = default);
}

public interface IAbpDistributedLockHandle : IAsyncDisposable;

/// <summary>Locks within this process only.</summary>
internal class LocalAbpDistributedLock : IAbpDistributedLock, ISingletonDependency
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> locks = new();

    public async Task<IAbpDistributedLockHandle?> TryAcquireAsync(
        string name, TimeSpan timeout = default, CancellationToken cancellationToken = default)
    {
        var semaphore = locks.GetOrAdd(Check.NotNullOrWhiteSpace(name, nameof(name)), _ => new SemaphoreSlim(1, 1));
        return await semaphore.WaitAsync(timeout, cancellationToken) ? new Handle(semaphore) : null;
    }

    private sealed class Handle(SemaphoreSlim semaphore) : IAbpDistributedLockHandle
    {
        private SemaphoreSlim? held = semaphore;

        public ValueTask DisposeAsync()
        {
            Interlocked.Exchange(ref held, null)?.Release();
            return ValueTask.CompletedTask;
        }
    }
}
