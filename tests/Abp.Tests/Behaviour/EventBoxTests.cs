using Abp.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore.DistributedEvents;
using Volo.Abp.EventBus;
using Volo.Abp.EventBus.Distributed;
using Volo.Abp.Modularity;
using Volo.Abp.Uow;

namespace Abp.Tests.Behaviour;

/// <summary>A distributed event is a row of its publisher's transaction, and each message is handled once.</summary>
public class EventBoxTests
{
    [Fact]
    public async Task What_was_committed_is_handled_exactly_once()
    {
        await using var shop = await BoxShop.OpenAsync<RunningBoxModule>();
        var order = Guid.NewGuid();

        await shop.PublishAsync(order);

        await shop.Eventually(async () => (await shop.HandledAsync(order)).ShouldBe(1));
        await Task.Delay(500);
        (await shop.HandledAsync(order)).ShouldBe(1);
        (await shop.Sql("SELECT COUNT(*) FROM AbpEventOutbox"))[0][0].ShouldBe(0L);
    }

    [Fact]
    public async Task What_was_rolled_back_is_not_handled()
    {
        await using var shop = await BoxShop.OpenAsync<RunningBoxModule>();
        var (kept, lost) = (Guid.NewGuid(), Guid.NewGuid());

        await shop.PublishAsync(lost, complete: false);
        await shop.PublishAsync(kept);

        await shop.Eventually(async () => (await shop.HandledAsync(kept)).ShouldBe(1));
        (await shop.HandledAsync(lost)).ShouldBe(0);
    }

    [Fact]
    public async Task Nothing_is_lost_when_the_process_ends_after_the_commit()
    {
        await using var killed = await BoxShop.OpenAsync<StillBoxModule>();
        var order = Guid.NewGuid();
        await killed.PublishAsync(order);
        (await killed.Sql("SELECT COUNT(*) FROM AbpEventOutbox"))[0][0].ShouldBe(1L);
        (await killed.HandledAsync(order)).ShouldBe(0);

        await using var next = await BoxShop.OpenAsync<RunningBoxModule>(killed.File);

        await next.Eventually(async () => (await next.HandledAsync(order)).ShouldBe(1));
    }

    [Fact]
    public async Task A_message_that_was_sent_but_not_acknowledged_is_handled_once()
    {
        await using var killed = await BoxShop.OpenAsync<StillBoxModule>();
        var order = Guid.NewGuid();
        await killed.PublishAsync(order);
        // Sent, and the process ends before the outbox hears of it: the next one sends it again.
        await killed.InScope(async services =>
        {
            var outbox = services.GetRequiredService<IDbContextEventOutbox<ShopDbContext>>();
            var waiting = (await outbox.GetWaitingEventsAsync(10)).ShouldHaveSingleItem();
            await services.GetRequiredService<IDistributedEventBus>().AsSupportsEventBoxes().PublishFromOutboxAsync(waiting, new OutboxConfig("Default"));
        });
        (await killed.Sql("SELECT COUNT(*) FROM AbpEventInbox WHERE Processed = 0"))[0][0].ShouldBe(1L);

        await using var next = await BoxShop.OpenAsync<RunningBoxModule>(killed.File);

        await next.Eventually(async () => (await next.Sql("SELECT COUNT(*) FROM AbpEventOutbox"))[0][0].ShouldBe(0L));
        await next.Eventually(async () => (await next.HandledAsync(order)).ShouldBe(1));
        (await next.Sql("SELECT COUNT(*) FROM AbpEventInbox"))[0][0].ShouldBe(1L);
    }

    [Fact]
    public async Task Work_of_a_handler_that_was_not_noted_as_done_is_undone_and_done_again()
    {
        await using var killed = await BoxShop.OpenAsync<StillBoxModule>();
        var order = Guid.NewGuid();
        await killed.PublishAsync(order);
        await killed.InScope(async services =>
        {
            var bus = services.GetRequiredService<IDistributedEventBus>().AsSupportsEventBoxes();
            var waiting = (await services.GetRequiredService<IDbContextEventOutbox<ShopDbContext>>().GetWaitingEventsAsync(10)).Single();
            await bus.PublishFromOutboxAsync(waiting, new OutboxConfig("Default"));
            var incoming = (await services.GetRequiredService<IDbContextEventInbox<ShopDbContext>>().GetWaitingEventsAsync(10)).Single();
            using var unit = services.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
            await bus.ProcessFromInboxAsync(incoming, new InboxConfig("Default"));
            await unit.SaveChangesAsync(); // the process ends here, between the handler's work and the commit
        });

        await using var next = await BoxShop.OpenAsync<RunningBoxModule>(killed.File);

        await next.Eventually(async () => (await next.HandledAsync(order)).ShouldBe(1));
    }

    [Fact]
    public async Task Two_nodes_that_handle_one_message_keep_the_work_of_one()
    {
        await using var shop = await BoxShop.OpenAsync<StillBoxModule>();
        var order = Guid.NewGuid();
        await shop.PublishAsync(order);
        await shop.InScope(async services =>
        {
            var bus = services.GetRequiredService<IDistributedEventBus>().AsSupportsEventBoxes();
            var waiting = (await services.GetRequiredService<IDbContextEventOutbox<ShopDbContext>>().GetWaitingEventsAsync(10)).Single();
            await bus.PublishFromOutboxAsync(waiting, new OutboxConfig("Default"));
            var inbox = services.GetRequiredService<IDbContextEventInbox<ShopDbContext>>();
            var incoming = (await inbox.GetWaitingEventsAsync(10)).Single(); // both nodes have read it
            for (var node = 0; node < 2; node++)
            {
                using var unit = services.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
                await bus.ProcessFromInboxAsync(incoming, new InboxConfig("Default"));
                if (node == 1) { await Should.ThrowAsync<Volo.Abp.Data.AbpDbConcurrencyException>(() => inbox.MarkAsProcessedAsync(incoming.Id)); break; }
                await inbox.MarkAsProcessedAsync(incoming.Id);
                await unit.CompleteAsync();
            }
        });

        (await shop.HandledAsync(order)).ShouldBe(1);
    }

    [Fact]
    public async Task A_failing_handler_is_tried_again_and_what_it_had_done_is_not_kept()
    {
        await using var shop = await BoxShop.OpenAsync<RunningBoxModule>();
        var order = Guid.NewGuid();
        OrderPlacedHandler.Failing[order] = 2;

        await shop.PublishAsync(order);

        await shop.Eventually(async () => (await shop.HandledAsync(order)).ShouldBe(1));
        OrderPlacedHandler.Failing[order].ShouldBe(0);
        (await shop.Sql("SELECT COUNT(*) FROM AbpEventInbox WHERE Processed = 1"))[0][0].ShouldBe(1L);
    }

    [Fact]
    public async Task A_failing_handler_does_not_undo_the_publishers_work()
    {
        await using var shop = await BoxShop.OpenAsync<RunningBoxModule>();
        var order = Guid.NewGuid();
        OrderPlacedHandler.Failing[order] = int.MaxValue;

        await shop.PublishAsync(order, also: services => services.GetRequiredService<IRepository<Widget, Guid>>().InsertAsync(new Widget(order, "Press")));

        (await shop.Count("Widgets", order)).ShouldBe(1);
        OrderPlacedHandler.Failing[order] = 0;
        await shop.Eventually(async () => (await shop.HandledAsync(order)).ShouldBe(1));
    }

    [Fact]
    public async Task Events_are_kept_as_JSON_with_their_name_and_correlation()
    {
        await using var shop = await BoxShop.OpenAsync<StillBoxModule>();
        var order = Guid.NewGuid();

        using (shop.Services.GetRequiredService<Volo.Abp.Tracing.ICorrelationIdProvider>().Change("a-request")) { await shop.PublishAsync(order); }

        var row = (await shop.Sql("SELECT EventName, CAST(EventData AS TEXT), ExtraProperties FROM AbpEventOutbox"))[0];
        row[0].ShouldBe("Shop.OrderPlaced");
        row[1].ShouldBe($"{{\"OrderId\":\"{order}\"}}");
        ((string)row[2]!).ShouldContain("\"X-Correlation-Id\":\"a-request\"");
    }
}

[EventName("Shop.OrderPlaced")]
public record OrderPlacedEto(Guid OrderId);

/// <summary>Its work is a row in the database, so that a test sees what was kept.</summary>
public class OrderPlacedHandler(IRepository<Label, Guid> labels) : IDistributedEventHandler<OrderPlacedEto>, ITransientDependency
{
    public static readonly System.Collections.Concurrent.ConcurrentDictionary<Guid, int> Failing = new();

    public async Task HandleEventAsync(OrderPlacedEto eventData)
    {
        await labels.InsertAsync(new Label(Guid.NewGuid(), eventData.OrderId.ToString()), autoSave: true);
        if (Failing.TryGetValue(eventData.OrderId, out var times) && times > 0)
        {
            Failing[eventData.OrderId] = times - 1;
            throw new InvalidOperationException("The handler is not well today.");
        }
    }
}

[DependsOn(typeof(ShopModule))]
public class StillBoxModule : AbpModule
{
    protected virtual bool Works => false;

    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpDistributedEventBusOptions>(options =>
        {
            options.Outboxes.Configure(box => { box.UseDbContext<ShopDbContext>(); box.IsSendingEnabled = Works; });
            options.Inboxes.Configure(box => { box.UseDbContext<ShopDbContext>(); box.IsProcessingEnabled = Works; });
        });
        Configure<AbpEventBusBoxesOptions>(options => options.PeriodTimeSpan = TimeSpan.FromMilliseconds(50));
    }
}

public class RunningBoxModule : StillBoxModule
{
    protected override bool Works => true;
}

/// <summary>The shop as one process sees it; several may share a file.</summary>
internal sealed class BoxShop : IAsyncDisposable
{
    private readonly IAsyncLifetime _app;
    private readonly Func<Func<IServiceProvider, Task>, Task> _inScope;
    private readonly Func<string, object[], Task<List<object?[]>>> _sql;

    private BoxShop(IAsyncLifetime app, IServiceProvider services, string file, Func<Func<IServiceProvider, Task>, Task> inScope, Func<string, object[], Task<List<object?[]>>> sql) =>
        (_app, Services, File, _inScope, _sql) = (app, services, file, inScope, sql);

    public IServiceProvider Services { get; }
    public string File { get; }

    public static async Task<BoxShop> OpenAsync<TModule>(string? file = null) where TModule : IAbpModule
    {
        var app = file is null ? new ShopApp<TModule>() : new ShopApp<TModule> { File = file };
        await app.InitializeAsync();
        return new BoxShop(app, app.Services, app.File, app.InScope, app.Sql);
    }

    public Task InScope(Func<IServiceProvider, Task> work) => _inScope(work);
    public Task<List<object?[]>> Sql(string text, params object[] values) => _sql(text, values);
    public async Task<long> Count(string table, Guid id) => (long)(await Sql($"SELECT COUNT(*) FROM {table} WHERE Id = @0", id.ToString().ToUpperInvariant()))[0][0]!;
    public async Task<long> HandledAsync(Guid order) => (long)(await Sql("SELECT COUNT(*) FROM Labels WHERE Text = @0", order.ToString()))[0][0]!;

    public Task PublishAsync(Guid order, bool complete = true, Func<IServiceProvider, Task>? also = null) => InScope(async services =>
    {
        using var unit = services.GetRequiredService<IUnitOfWorkManager>().Begin(isTransactional: true);
        await services.GetRequiredService<IDistributedEventBus>().PublishAsync(new OrderPlacedEto(order));
        if (also is not null) { await also(services); }
        if (complete) { await unit.CompleteAsync(); }
    });

    public async Task Eventually(Func<Task> sees)
    {
        for (var end = DateTime.UtcNow.AddSeconds(20); ; await Task.Delay(50))
        {
            try { await sees(); return; }
            catch (ShouldAssertException) when (DateTime.UtcNow < end) { }
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
