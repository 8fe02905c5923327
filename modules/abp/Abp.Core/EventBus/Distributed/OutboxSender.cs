using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.DependencyInjection;
using Volo.Abp.DistributedLocking;
using Volo.Abp.Threading;

namespace Volo.Abp.EventBus.Distributed;

public interface IOutboxSender
{
    Task StartAsync(OutboxConfig outboxConfig, CancellationToken cancellationToken = default);
    Task StopAsync(CancellationToken cancellationToken = default);
}

/// <summary>Sends what waits in one outbox in the order of its creation, and takes out what was sent. One that fails keeps its place and is sent again.</summary>
[ExposeServices(typeof(IOutboxSender))]
internal sealed class OutboxSender(
    IServiceProvider services, AbpAsyncTimer timer, IDistributedEventBus bus, IAbpDistributedLock distributedLock,
    IOptions<AbpEventBusBoxesOptions> options, ILogger<OutboxSender> logger) : IOutboxSender, ITransientDependency
{
    private readonly CancellationTokenSource _stopping = new();
    private OutboxConfig _config = null!;

    public Task StartAsync(OutboxConfig outboxConfig, CancellationToken cancellationToken = default)
    {
        _config = outboxConfig;
        timer.Period = (int)options.Value.PeriodTimeSpan.TotalMilliseconds;
        timer.Elapsed = _ => RunAsync();
        timer.Start(cancellationToken);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await _stopping.CancelAsync();
        timer.Stop(cancellationToken);
        _stopping.Dispose();
    }

    private async Task RunAsync()
    {
        await using var handle = await distributedLock.TryAcquireAsync($"AbpOutbox_{_config.DatabaseName}", cancellationToken: _stopping.Token);
        if (handle is null)
        {
            logger.LogDebug("Another node sends from the outbox {Outbox}.", _config.Name);
            await Task.Delay(options.Value.DistributedLockWaitDuration, _stopping.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }
        await using var scope = services.CreateAsyncScope();
        var outbox = (IEventOutbox)scope.ServiceProvider.GetRequiredService(_config.ImplementationType);
        while (!_stopping.IsCancellationRequested)
        {
            var waiting = await outbox.GetWaitingEventsAsync(options.Value.OutboxWaitingEventMaxCount, options.Value.OutboxProcessorFilter, _stopping.Token);
            if (waiting.Count == 0) { return; }
            foreach (var outgoing in waiting)
            {
                if (_stopping.IsCancellationRequested) { return; }
                await bus.AsSupportsEventBoxes().PublishFromOutboxAsync(outgoing, _config);
                await outbox.DeleteAsync(outgoing.Id);
            }
        }
    }
}

/// <summary>A sender for each outbox that this application sends from.</summary>
internal sealed class OutboxSenderManager(IOptions<AbpDistributedEventBusOptions> options, IServiceProvider services) : IBackgroundWorker
{
    private readonly List<IOutboxSender> _senders = [];

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        foreach (var config in options.Value.Outboxes.Values.Where(x => x.IsSendingEnabled))
        {
            var sender = services.GetRequiredService<IOutboxSender>();
            await sender.StartAsync(config, cancellationToken);
            _senders.Add(sender);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => Task.WhenAll(_senders.Select(x => x.StopAsync(cancellationToken)));
}
