using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Volo.Abp.Data;
using Volo.Abp.EventBus.Distributed;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace Volo.Abp.EntityFrameworkCore.DistributedEvents;

public interface IDbContextEventOutbox<TDbContext> : IEventOutbox where TDbContext : IHasEventOutbox;

public interface IDbContextEventInbox<TDbContext> : IEventInbox where TDbContext : IHasEventInbox;

public static class EfCoreOutboxConfigExtensions
{
    public static void UseDbContext<TDbContext>(this OutboxConfig outboxConfig) where TDbContext : IHasEventOutbox
    {
        outboxConfig.ImplementationType = typeof(IDbContextEventOutbox<TDbContext>);
        outboxConfig.DatabaseName = ConnectionStringNameAttribute.GetConnStringName(typeof(TDbContext));
    }
}

public static class EfCoreInboxConfigExtensions
{
    public static void UseDbContext<TDbContext>(this InboxConfig outboxConfig) where TDbContext : IHasEventInbox
    {
        outboxConfig.ImplementationType = typeof(IDbContextEventInbox<TDbContext>);
        outboxConfig.DatabaseName = ConnectionStringNameAttribute.GetConnStringName(typeof(TDbContext));
    }
}

/// <summary>Joins the current unit of work, or has one of its own for each call.</summary>
internal sealed class DbContextEventOutbox<TDbContext>(IDbContextProvider<TDbContext> contexts, IUnitOfWorkManager unitOfWorkManager)
    : IDbContextEventOutbox<TDbContext> where TDbContext : IHasEventOutbox
{
    public Task EnqueueAsync(OutgoingEventInfo outgoingEvent) => Boxes.InUnitOfWork(unitOfWorkManager, async () =>
        (await contexts.GetDbContextAsync()).OutgoingEvents.Add(new OutgoingEventRecord(outgoingEvent)));

    public Task<List<OutgoingEventInfo>> GetWaitingEventsAsync(
        int maxCount, Expression<Func<IOutgoingEventInfo, bool>>? filter = null, CancellationToken cancellationToken = default) =>
        Boxes.InUnitOfWork(unitOfWorkManager, async () =>
        {
            var waiting = (await contexts.GetDbContextAsync()).OutgoingEvents.AsNoTracking();
            if (filter is not null) { waiting = waiting.Where(Boxes.On<IOutgoingEventInfo, OutgoingEventRecord>(filter)); }
            var records = await waiting.OrderBy(x => x.CreationTime).Take(maxCount).ToListAsync(cancellationToken);
            return records.ConvertAll(x => x.ToOutgoingEventInfo());
        });

    public Task DeleteAsync(Guid id) => DeleteManyAsync([id]);

    public Task DeleteManyAsync(IEnumerable<Guid> ids) => Boxes.InUnitOfWork(unitOfWorkManager, async () =>
        await (await contexts.GetDbContextAsync()).OutgoingEvents.Where(x => ids.Contains(x.Id)).ExecuteDeleteAsync());
}

/// <summary>Joins the current unit of work, or has one of its own for each call.</summary>
internal sealed class DbContextEventInbox<TDbContext>(
    IDbContextProvider<TDbContext> contexts, IUnitOfWorkManager unitOfWorkManager, IClock clock, IOptions<AbpEventBusBoxesOptions> options)
    : IDbContextEventInbox<TDbContext> where TDbContext : IHasEventInbox
{
    public Task EnqueueAsync(IncomingEventInfo incomingEvent) => Boxes.InUnitOfWork(unitOfWorkManager, async () =>
        (await contexts.GetDbContextAsync()).IncomingEvents.Add(new IncomingEventRecord(incomingEvent)));

    public Task<List<IncomingEventInfo>> GetWaitingEventsAsync(
        int maxCount, Expression<Func<IIncomingEventInfo, bool>>? filter = null, CancellationToken cancellationToken = default) =>
        Boxes.InUnitOfWork(unitOfWorkManager, async () =>
        {
            var waiting = (await contexts.GetDbContextAsync()).IncomingEvents.AsNoTracking().Where(x => !x.Processed);
            if (filter is not null) { waiting = waiting.Where(Boxes.On<IIncomingEventInfo, IncomingEventRecord>(filter)); }
            var records = await waiting.OrderBy(x => x.CreationTime).Take(maxCount).ToListAsync(cancellationToken);
            return records.ConvertAll(x => x.ToIncomingEventInfo());
        });

    /// <exception cref="AbpDbConcurrencyException">Another node has handled it meanwhile: the caller's work must not be kept.</exception>
    public Task MarkAsProcessedAsync(Guid id) => Boxes.InUnitOfWork(unitOfWorkManager, async () =>
    {
        var now = clock.Now;
        var marked = await (await contexts.GetDbContextAsync()).IncomingEvents.Where(x => x.Id == id && !x.Processed)
            .ExecuteUpdateAsync(x => x.SetProperty(e => e.Processed, true).SetProperty(e => e.ProcessedTime, now));
        return marked == 1 ? marked : throw new AbpDbConcurrencyException($"The incoming event {id} was handled by another node meanwhile.");
    });

    public Task<bool> ExistsByMessageIdAsync(string messageId) => Boxes.InUnitOfWork(unitOfWorkManager, async () =>
        await (await contexts.GetDbContextAsync()).IncomingEvents.AnyAsync(x => x.MessageId == messageId));

    public Task DeleteOldEventsAsync() => Boxes.InUnitOfWork(unitOfWorkManager, async () =>
    {
        var kept = clock.Now - options.Value.WaitTimeToDeleteProcessedInboxEvents;
        return await (await contexts.GetDbContextAsync()).IncomingEvents.Where(x => x.Processed && x.CreationTime < kept).ExecuteDeleteAsync();
    });
}

internal static class Boxes
{
    public static async Task<T> InUnitOfWork<T>(IUnitOfWorkManager manager, Func<Task<T>> work)
    {
        using var unitOfWork = manager.Begin();
        var result = await work();
        await unitOfWork.CompleteAsync();
        return result;
    }

    /// <summary>A condition on the contract as one on the record, which EF Core can translate.</summary>
    public static Expression<Func<TRecord, bool>> On<TContract, TRecord>(Expression<Func<TContract, bool>> filter)
    {
        var record = Expression.Parameter(typeof(TRecord), filter.Parameters[0].Name);
        return Expression.Lambda<Func<TRecord, bool>>(new Replacement(filter.Parameters[0], record).Visit(filter.Body), record);
    }

    private sealed class Replacement(ParameterExpression contract, ParameterExpression record) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == contract ? record : node;

        protected override Expression VisitMember(MemberExpression node) =>
            node.Expression == contract ? Expression.Property(record, node.Member.Name) : base.VisitMember(node);
    }
}
