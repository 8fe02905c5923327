using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Tracing;
using Volo.Abp.Uow;

namespace Volo.Abp.EventBus.Distributed;

/// <summary>
/// Delivers in process. Without an outbox that is before the publisher's commit; with one the event is a row of the publisher's
/// transaction, and with an inbox each message is handled in a transaction of its own that also notes it as handled.
/// </summary>
[ExposeServices(typeof(IDistributedEventBus), typeof(LocalDistributedEventBus))]
internal sealed class LocalDistributedEventBus(
    IOptions<AbpDistributedEventBusOptions> options, IServiceScopeFactory scopes, ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager,
    IGuidGenerator guids, IClock clock, ICorrelationIdProvider correlationIds)
    : InProcessEventBus(options.Value.Handlers, typeof(IDistributedEventHandler<>), scopes, currentTenant, unitOfWorkManager),
        IDistributedEventBus, ISupportsEventBoxes, ISingletonDependency
{
    public override Task PublishAsync(Type eventType, object eventData, bool onUnitOfWorkComplete = true) =>
        PublishAsync(eventType, eventData, onUnitOfWorkComplete, useOutbox: true);

    public Task PublishAsync<TEvent>(TEvent eventData, bool onUnitOfWorkComplete = true, bool useOutbox = true) where TEvent : class =>
        PublishAsync(typeof(TEvent), eventData, onUnitOfWorkComplete, useOutbox);

    public async Task PublishAsync(Type eventType, object eventData, bool onUnitOfWorkComplete = true, bool useOutbox = true)
    {
        if (onUnitOfWorkComplete && UnitOfWorkManager.Current is { } unitOfWork)
        {
            unitOfWork.AddOrReplaceDistributedEvent(new UnitOfWorkEventRecord(eventType, eventData, EventOrderGenerator.GetNext(), useOutbox));
            return;
        }
        if (useOutbox && await AddToOutboxAsync(eventType, eventData)) { return; }
        if (await AddToInboxAsync(guids.Create().ToString("N"), eventType, Serialize(eventData), correlationIds.Get())) { return; }
        await DeliverAsync(eventType, eventData);
    }

    public IDisposable Subscribe<TEvent>(IDistributedEventHandler<TEvent> handler) where TEvent : class => Subscribe<TEvent>(handler.HandleEventAsync);

    public async Task PublishFromOutboxAsync(OutgoingEventInfo outgoingEvent, OutboxConfig outboxConfig)
    {
        // Nobody here listens to it.
        if (TypeOf(outgoingEvent.EventName) is not { } eventType) { return; }
        if (await AddToInboxAsync(outgoingEvent.Id.ToString("N"), eventType, outgoingEvent.EventData, outgoingEvent.GetCorrelationId())) { return; }
        using (correlationIds.Change(outgoingEvent.GetCorrelationId())) { await DeliverAsync(eventType, Deserialize(outgoingEvent.EventData, eventType)); }
    }

    public async Task PublishManyFromOutboxAsync(IEnumerable<OutgoingEventInfo> outgoingEvents, OutboxConfig outboxConfig)
    {
        foreach (var outgoing in outgoingEvents) { await PublishFromOutboxAsync(outgoing, outboxConfig); }
    }

    public async Task ProcessFromInboxAsync(IncomingEventInfo incomingEvent, InboxConfig inboxConfig)
    {
        if (TypeOf(incomingEvent.EventName) is not { } eventType) { return; }
        using (correlationIds.Change(incomingEvent.GetCorrelationId()))
        {
            await DeliverAsync(eventType, Deserialize(incomingEvent.EventData, eventType), inboxConfig.HandlerSelector);
        }
    }

    protected override void AddToUnitOfWork(IUnitOfWork unitOfWork, UnitOfWorkEventRecord record) => unitOfWork.AddOrReplaceDistributedEvent(record);

    private async Task<bool> AddToOutboxAsync(Type eventType, object eventData)
    {
        var config = options.Value.Outboxes.Values.OrderBy(x => x.Selector is null).FirstOrDefault(x => x.Selector is null || x.Selector(eventType));
        if (config is null || UnitOfWorkManager.Current is not { } unitOfWork) { return false; }
        var outgoing = new OutgoingEventInfo(guids.Create(), EventNameAttribute.GetNameOrDefault(eventType), Serialize(eventData), clock.Now);
        if (correlationIds.Get() is { } correlationId) { outgoing.SetCorrelationId(correlationId); }
        await ((IEventOutbox)unitOfWork.ServiceProvider.GetRequiredService(config.ImplementationType)).EnqueueAsync(outgoing);
        return true;
    }

    /// <returns>Whether an inbox has the message, from now on or already.</returns>
    private async Task<bool> AddToInboxAsync(string messageId, Type eventType, byte[] eventData, string? correlationId)
    {
        var taken = false;
        foreach (var config in options.Value.Inboxes.Values.Where(x => x.EventSelector is null || x.EventSelector(eventType)))
        {
            using var unitOfWork = UnitOfWorkManager.Begin(isTransactional: true);
            var inbox = (IEventInbox)UnitOfWorkManager.Current!.ServiceProvider.GetRequiredService(config.ImplementationType);
            if (!await inbox.ExistsByMessageIdAsync(messageId))
            {
                var incoming = new IncomingEventInfo(guids.Create(), messageId, EventNameAttribute.GetNameOrDefault(eventType), eventData, clock.Now);
                if (correlationId is not null) { incoming.SetCorrelationId(correlationId); }
                await inbox.EnqueueAsync(incoming);
            }
            await unitOfWork.CompleteAsync();
            taken = true;
        }
        return taken;
    }

    private static byte[] Serialize(object eventData) => JsonSerializer.SerializeToUtf8Bytes(eventData, eventData.GetType());

    private static object Deserialize(byte[] eventData, Type eventType) => JsonSerializer.Deserialize(eventData, eventType)!;
}
