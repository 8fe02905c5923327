using Microsoft.EntityFrameworkCore;
using Volo.Abp.Auditing;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore.Modeling;
using Volo.Abp.EventBus.Distributed;

namespace Volo.Abp.EntityFrameworkCore.DistributedEvents;

public interface IHasEventOutbox : IEfCoreDbContext
{
    DbSet<OutgoingEventRecord> OutgoingEvents { get; set; }
}

public interface IHasEventInbox : IEfCoreDbContext
{
    DbSet<IncomingEventRecord> IncomingEvents { get; set; }
}

public class OutgoingEventRecord : BasicAggregateRoot<Guid>, IHasCreationTime, IOutgoingEventInfo
{
    public static int MaxEventNameLength { get; set; } = 256;

    public ExtraPropertyDictionary ExtraProperties { get; private set; } = default!;
    public string EventName { get; private set; } = default!;
    public byte[] EventData { get; private set; } = default!;
    public DateTime CreationTime { get; private set; }

    protected OutgoingEventRecord() => ExtraProperties = new ExtraPropertyDictionary();

    public OutgoingEventRecord(OutgoingEventInfo eventInfo) : base(eventInfo.Id)
    {
        (EventName, EventData, CreationTime) = (eventInfo.EventName, eventInfo.EventData, eventInfo.CreationTime);
        ExtraProperties = new ExtraPropertyDictionary(eventInfo.ExtraProperties);
    }

    public OutgoingEventInfo ToOutgoingEventInfo()
    {
        var info = new OutgoingEventInfo(Id, EventName, EventData, CreationTime);
        foreach (var property in ExtraProperties) { info.ExtraProperties[property.Key] = property.Value; }
        return info;
    }
}

/// <remarks>ABP 10 keeps its state in other columns: whoever holds one of these asks it for nothing but its event.</remarks>
public class IncomingEventRecord : BasicAggregateRoot<Guid>, IHasCreationTime, IIncomingEventInfo
{
    public static int MaxEventNameLength { get; set; } = 256;

    public ExtraPropertyDictionary ExtraProperties { get; private set; } = default!;
    public string MessageId { get; private set; } = default!;
    public string EventName { get; private set; } = default!;
    public byte[] EventData { get; private set; } = default!;
    public DateTime CreationTime { get; private set; }
    public bool Processed { get; set; }
    public DateTime? ProcessedTime { get; set; }

    protected IncomingEventRecord() => ExtraProperties = new ExtraPropertyDictionary();

    public IncomingEventRecord(IncomingEventInfo eventInfo) : base(eventInfo.Id)
    {
        (MessageId, EventName, EventData, CreationTime) = (eventInfo.MessageId, eventInfo.EventName, eventInfo.EventData, eventInfo.CreationTime);
        ExtraProperties = new ExtraPropertyDictionary(eventInfo.ExtraProperties);
    }

    public void MarkAsProcessed(DateTime processedTime) => (Processed, ProcessedTime) = (true, processedTime);

    public IncomingEventInfo ToIncomingEventInfo()
    {
        var info = new IncomingEventInfo(Id, MessageId, EventName, EventData, CreationTime);
        foreach (var property in ExtraProperties) { info.ExtraProperties[property.Key] = property.Value; }
        return info;
    }
}

public static class EventOutboxDbContextModelBuilderExtensions
{
    public static void ConfigureEventOutbox(this ModelBuilder builder) => builder.Entity<OutgoingEventRecord>(outgoing =>
    {
        outgoing.ToTable(AbpCommonDbProperties.DbTablePrefix + "EventOutbox", AbpCommonDbProperties.DbSchema);
        outgoing.ConfigureByConvention();
        outgoing.Property(x => x.EventName).IsRequired().HasMaxLength(OutgoingEventRecord.MaxEventNameLength);
        outgoing.Property(x => x.EventData).IsRequired();
        outgoing.HasIndex(x => x.CreationTime);
    });
}

public static class EventInboxDbContextModelBuilderExtensions
{
    public static void ConfigureEventInbox(this ModelBuilder builder) => builder.Entity<IncomingEventRecord>(incoming =>
    {
        incoming.ToTable(AbpCommonDbProperties.DbTablePrefix + "EventInbox", AbpCommonDbProperties.DbSchema);
        incoming.ConfigureByConvention();
        incoming.Property(x => x.EventName).IsRequired().HasMaxLength(IncomingEventRecord.MaxEventNameLength);
        incoming.Property(x => x.EventData).IsRequired();
        incoming.Property(x => x.MessageId).IsRequired();
        incoming.HasIndex(x => new { x.Processed, x.CreationTime });
        incoming.HasIndex(x => x.MessageId);
    });
}
