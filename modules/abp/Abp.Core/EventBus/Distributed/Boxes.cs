using System.Linq.Expressions;
using Volo.Abp.Collections;
using Volo.Abp.Data;

namespace Volo.Abp.EventBus.Distributed;

/// <summary>What a context's outbox and inbox hold, and which events go through them.</summary>
public class AbpDistributedEventBusOptions
{
    public ITypeList<IEventHandler> Handlers { get; } = new TypeList<IEventHandler>();
    public OutboxConfigDictionary Outboxes { get; } = new();
    public InboxConfigDictionary Inboxes { get; } = new();
}

public class AbpEventBusBoxesOptions
{
    public TimeSpan CleanOldEventTimeIntervalSpan { get; set; } = TimeSpan.FromHours(6);
    public int InboxWaitingEventMaxCount { get; set; } = 1000;
    public Expression<Func<IIncomingEventInfo, bool>>? InboxProcessorFilter { get; set; }
    public int OutboxWaitingEventMaxCount { get; set; } = 1000;
    public Expression<Func<IOutgoingEventInfo, bool>>? OutboxProcessorFilter { get; set; }
    public TimeSpan PeriodTimeSpan { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a node waits that did not get the lock.</summary>
    public TimeSpan DistributedLockWaitDuration { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>A message that is sent again within this time is known and not handled twice.</summary>
    public TimeSpan WaitTimeToDeleteProcessedInboxEvents { get; set; } = TimeSpan.FromHours(2);
    public bool BatchPublishOutboxEvents { get; set; } = true;
}

public class OutboxConfig(string name)
{
    public string Name { get; } = Check.NotNullOrWhiteSpace(name, nameof(name));
    public string DatabaseName { get => field; set => field = Check.NotNullOrWhiteSpace(value, nameof(DatabaseName)); } = default!;
    public Type ImplementationType { get; set; } = default!;

    /// <summary>Which events it takes; all when null.</summary>
    public Func<Type, bool>? Selector { get; set; }

    /// <summary>Whether this application sends what waits; another may do it.</summary>
    public bool IsSendingEnabled { get; set; } = true;
}

public class InboxConfig(string name)
{
    public string Name { get; } = Check.NotNullOrWhiteSpace(name, nameof(name));
    public string DatabaseName { get => field; set => field = Check.NotNullOrWhiteSpace(value, nameof(DatabaseName)); } = default!;
    public Type ImplementationType { get; set; } = default!;
    public Func<Type, bool>? EventSelector { get; set; }
    public Func<Type, bool>? HandlerSelector { get; set; }

    /// <summary>Whether this application handles what waits; another may do it.</summary>
    public bool IsProcessingEnabled { get; set; } = true;
}

public class OutboxConfigDictionary : Dictionary<string, OutboxConfig>
{
    public void Configure(Action<OutboxConfig> configAction) => Configure("Default", configAction);

    public void Configure(string outboxName, Action<OutboxConfig> configAction)
    {
        if (!TryGetValue(outboxName, out var config)) { this[outboxName] = config = new OutboxConfig(outboxName); }
        configAction(config);
    }
}

public class InboxConfigDictionary : Dictionary<string, InboxConfig>
{
    public void Configure(Action<InboxConfig> configAction) => Configure("Default", configAction);

    public void Configure(string outboxName, Action<InboxConfig> configAction)
    {
        if (!TryGetValue(outboxName, out var config)) { this[outboxName] = config = new InboxConfig(outboxName); }
        configAction(config);
    }
}

public interface IOutgoingEventInfo : IHasExtraProperties
{
    Guid Id { get; }
    string EventName { get; }

    /// <summary>UTF-8 JSON.</summary>
    byte[] EventData { get; }
    DateTime CreationTime { get; }
}

public interface IIncomingEventInfo : IHasExtraProperties
{
    Guid Id { get; }

    /// <summary>The same however often the sender sends the event.</summary>
    string MessageId { get; }
    string EventName { get; }
    byte[] EventData { get; }
    DateTime CreationTime { get; }
}

public class OutgoingEventInfo : IOutgoingEventInfo
{
    internal const string CorrelationHeader = "X-Correlation-Id";

    public static int MaxEventNameLength { get; set; } = 256;

    public ExtraPropertyDictionary ExtraProperties { get; protected set; } = new();
    public Guid Id { get; }
    public string EventName { get; } = default!;
    public byte[] EventData { get; } = default!;
    public DateTime CreationTime { get; }

    protected OutgoingEventInfo()
    {
    }

    public OutgoingEventInfo(Guid id, string eventName, byte[] eventData, DateTime creationTime)
    {
        (Id, EventData, CreationTime) = (id, eventData, creationTime);
        EventName = Check.NotNullOrWhiteSpace(eventName, nameof(eventName), MaxEventNameLength);
    }

    public void SetCorrelationId(string correlationId) => ExtraProperties[CorrelationHeader] = correlationId;

    public string? GetCorrelationId() => ExtraProperties.GetValueOrDefault(CorrelationHeader)?.ToString();
}

public class IncomingEventInfo : IIncomingEventInfo
{
    public static int MaxEventNameLength { get; set; } = 256;

    public ExtraPropertyDictionary ExtraProperties { get; protected set; } = new();
    public Guid Id { get; }
    public string MessageId { get; } = default!;
    public string EventName { get; } = default!;
    public byte[] EventData { get; } = default!;
    public DateTime CreationTime { get; }

    protected IncomingEventInfo()
    {
    }

    public IncomingEventInfo(Guid id, string messageId, string eventName, byte[] eventData, DateTime creationTime)
    {
        (Id, MessageId, EventData, CreationTime) = (id, messageId, eventData, creationTime);
        EventName = Check.NotNullOrWhiteSpace(eventName, nameof(eventName), MaxEventNameLength);
    }

    public void SetCorrelationId(string correlationId) => ExtraProperties[OutgoingEventInfo.CorrelationHeader] = correlationId;

    public string? GetCorrelationId() => ExtraProperties.GetValueOrDefault(OutgoingEventInfo.CorrelationHeader)?.ToString();
}

public interface IEventOutbox
{
    Task EnqueueAsync(OutgoingEventInfo outgoingEvent);
    Task<List<OutgoingEventInfo>> GetWaitingEventsAsync(
        int maxCount, Expression<Func<IOutgoingEventInfo, bool>>? filter = null, CancellationToken cancellationToken = default);
    Task DeleteAsync(Guid id);
    Task DeleteManyAsync(IEnumerable<Guid> ids);
}

public interface IEventInbox
{
    Task EnqueueAsync(IncomingEventInfo incomingEvent);
    Task<List<IncomingEventInfo>> GetWaitingEventsAsync(
        int maxCount, Expression<Func<IIncomingEventInfo, bool>>? filter = null, CancellationToken cancellationToken = default);
    Task MarkAsProcessedAsync(Guid id);
    Task<bool> ExistsByMessageIdAsync(string messageId);
    Task DeleteOldEventsAsync();
}

public interface ISupportsEventBoxes
{
    Task PublishFromOutboxAsync(OutgoingEventInfo outgoingEvent, OutboxConfig outboxConfig);
    Task PublishManyFromOutboxAsync(IEnumerable<OutgoingEventInfo> outgoingEvents, OutboxConfig outboxConfig);
    Task ProcessFromInboxAsync(IncomingEventInfo incomingEvent, InboxConfig inboxConfig);
}

public static class AbpDistributedEventBusExtensions
{
    /// <exception cref="AbpException">The bus has neither outbox nor inbox.</exception>
    public static ISupportsEventBoxes AsSupportsEventBoxes(this IDistributedEventBus eventBus) =>
        eventBus as ISupportsEventBoxes ?? throw new AbpException($"The event bus {eventBus.GetType().FullName} supports no outbox and inbox.");
}
