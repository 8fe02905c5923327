using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.DependencyInjection;
using Volo.Abp.DistributedLocking;
using Volo.Abp.Threading;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace Volo.Abp.EventBus.Distributed;

public interface IInboxProcessor
{
    Task StartAsync(InboxConfig inboxConfig, CancellationToken cancellationToken = default);
    Task StopAsync(CancellationToken cancellationToken = default);
}

/// <summary>
/// Handles what waits in one inbox in the order of its arrival. Handlers and the note that the message was handled are one transaction.
/// A message whose handler fails keeps its place, and those after it wait.
/// </summary>
[ExposeServices(typeof(IInboxProcessor))]
internal sealed class InboxProcessor(
    IServiceProvider services, AbpAsyncTimer timer, IDistributedEventBus bus, IAbpDistributedLock distributedLock, IUnitOfWorkManager unitOfWorkManager,
    IClock clock, IOptions<AbpEventBusBoxesOptions> options, ILogger<InboxProcessor> logger) : IInboxProcessor, ITransientDependency
{
    private readonly CancellationTokenSource _stopping = new();
    private InboxConfig _config = null!;
    private DateTime? _lastClean;

    public Task StartAsync(InboxConfig inboxConfig, CancellationToken cancellationToken = default)
    {
        _config = inboxConfig;
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
        await using var handle = await distributedLock.TryAcquireAsync($"AbpInbox_{_config.DatabaseName}", cancellationToken: _stopping.Token);
        if (handle is null)
        {
            logger.LogDebug("Another node works on the inbox {Inbox}.", _config.Name);
            await Task.Delay(options.Value.DistributedLockWaitDuration, _stopping.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }
        await using var scope = services.CreateAsyncScope();
        var inbox = (IEventInbox)scope.ServiceProvider.GetRequiredService(_config.ImplementationType);
        await DeleteOldEventsAsync(inbox);
        while (!_stopping.IsCancellationRequested)
        {
            var waiting = await inbox.GetWaitingEventsAsync(options.Value.InboxWaitingEventMaxCount, options.Value.InboxProcessorFilter, _stopping.Token);
            if (waiting.Count == 0) { return; }
            foreach (var incoming in waiting)
            {
                if (_stopping.IsCancellationRequested) { return; }
                await HandleAsync(inbox, incoming);
            }
        }
    }

    private async Task HandleAsync(IEventInbox inbox, IncomingEventInfo incoming)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true);
        await bus.AsSupportsEventBoxes().ProcessFromInboxAsync(incoming, _config);
        await inbox.MarkAsProcessedAsync(incoming.Id);
        await unitOfWork.CompleteAsync(_stopping.Token);
    }

    private async Task DeleteOldEventsAsync(IEventInbox inbox)
    {
        if (_lastClean is { } last && last + options.Value.CleanOldEventTimeIntervalSpan > clock.Now) { return; }
        await inbox.DeleteOldEventsAsync();
        _lastClean = clock.Now;
    }
}

/// <summary>A processor for each inbox that this application works on.</summary>
internal sealed class InboxProcessManager(IOptions<AbpDistributedEventBusOptions> options, IServiceProvider services) : IBackgroundWorker
{
    private readonly List<IInboxProcessor> _processors = [];

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        foreach (var config in options.Value.Inboxes.Values.Where(x => x.IsProcessingEnabled))
        {
            var processor = services.GetRequiredService<IInboxProcessor>();
            await processor.StartAsync(config, cancellationToken);
            _processors.Add(processor);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => Task.WhenAll(_processors.Select(x => x.StopAsync(cancellationToken)));
}
