using Abp.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Uow;

namespace Abp.Tests.Behaviour;

/// <summary>Point 1: events are published when the unit of work completes, inside it and before its commit.</summary>
public class EventTests(ShopApp shop) : IClassFixture<ShopApp>
{
    private EventLog Log => shop.Services.GetRequiredService<EventLog>();

    [Fact]
    public async Task An_event_waits_for_completion_even_when_its_entity_is_saved_at_once()
    {
        var id = Guid.NewGuid();
        await shop.InScope(async services =>
        {
            using var unit = services.GetRequiredService<IUnitOfWorkManager>().Begin(isTransactional: true);
            var widgets = services.GetRequiredService<IRepository<Widget, Guid>>();
            var widget = new Widget(id, "Old");
            widget.Rename("New");
            await widgets.InsertAsync(widget, autoSave: true);
            await unit.SaveChangesAsync();
            Log.Of(id).ShouldBeEmpty();

            await unit.CompleteAsync();
        });
        Log.Of(id).ShouldContain("renamed inside");
    }

    [Fact]
    public async Task A_throwing_handler_reaches_the_caller_and_rolls_everything_back()
    {
        var id = Guid.NewGuid();
        var thrown = await Should.ThrowAsync<InvalidOperationException>(() => shop.InUnitOfWork(async services =>
        {
            var widget = new Widget(id, "Old");
            widget.Rename(WidgetHandler.Unlucky);
            await services.GetRequiredService<IRepository<Widget, Guid>>().InsertAsync(widget, autoSave: true);
        }, isTransactional: true));

        thrown.Message.ShouldBe("The handler does not like the name.");
        (await shop.Count("Widgets", id)).ShouldBe(0);
    }

    [Fact]
    public async Task Every_entity_tells_of_its_creation_change_and_deletion()
    {
        var id = Guid.NewGuid();
        await shop.InUnitOfWork(s => s.GetRequiredService<IRepository<Widget, Guid>>().InsertAsync(new Widget(id, "One")));
        Log.Of(id).ShouldBe(["created", "changed"], ignoreOrder: true);

        await shop.InUnitOfWork(async s => (await s.GetRequiredService<IRepository<Widget, Guid>>().GetAsync(id)).Made = DateTime.Now);
        Log.Of(id).ShouldBe(["created", "changed", "updated", "changed"], ignoreOrder: true);

        await shop.InUnitOfWork(s => s.GetRequiredService<IRepository<Widget, Guid>>().DeleteAsync(id));
        Log.Of(id).ShouldBe(["created", "changed", "updated", "changed", "deleted", "changed"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_new_part_is_a_change_of_its_root()
    {
        var id = Guid.NewGuid();
        await shop.InUnitOfWork(s => s.GetRequiredService<IRepository<Widget, Guid>>().InsertAsync(new Widget(id, "Root")));
        string before = "", after = "";
        await shop.InUnitOfWork(async services =>
        {
            var widget = await services.GetRequiredService<IRepository<Widget, Guid>>().GetAsync(id);
            before = widget.ConcurrencyStamp;
            widget.AddPart(Guid.NewGuid(), "Handle");
        });
        await shop.InUnitOfWork(async services =>
        {
            var widget = await services.GetRequiredService<IRepository<Widget, Guid>>().GetAsync(id);
            after = widget.ConcurrencyStamp;
            widget.LastModificationTime.ShouldNotBeNull();
            widget.Parts.ShouldHaveSingleItem();
        });
        after.ShouldNotBe(before);
        Log.Of(id).ShouldContain("updated");
    }

    [Fact]
    public async Task What_is_published_in_a_unit_of_work_waits_for_it()
    {
        var id = Guid.NewGuid();
        await shop.InScope(async services =>
        {
            using var unit = services.GetRequiredService<IUnitOfWorkManager>().Begin();
            await services.GetRequiredService<ILocalEventBus>().PublishAsync(new WidgetRenamed(id, "a", "b"));
            Log.Of(id).ShouldBeEmpty();
            await unit.CompleteAsync();
        });
        Log.Of(id).ShouldBe(["renamed inside"]);
    }

    [Fact]
    public async Task Asked_not_to_wait_the_handlers_run_at_once()
    {
        var id = Guid.NewGuid();
        await shop.InScope(async services =>
        {
            using var unit = services.GetRequiredService<IUnitOfWorkManager>().Begin();
            await services.GetRequiredService<ILocalEventBus>().PublishAsync(new WidgetRenamed(id, "a", "b"), onUnitOfWorkComplete: false);
            Log.Of(id).ShouldBe(["renamed inside"]);
        });
    }

    [Fact]
    public async Task Without_a_unit_of_work_a_handlers_exception_reaches_the_publisher_as_itself()
    {
        var bus = shop.Services.GetRequiredService<ILocalEventBus>();
        await Should.ThrowAsync<InvalidOperationException>(() => bus.PublishAsync(new WidgetRenamed(Guid.NewGuid(), "a", WidgetHandler.Unlucky)));
    }

    [Fact]
    public async Task A_unit_of_work_that_is_not_completed_publishes_nothing()
    {
        var id = Guid.NewGuid();
        await shop.InScope(async services =>
        {
            using var unit = services.GetRequiredService<IUnitOfWorkManager>().Begin();
            await services.GetRequiredService<IRepository<Widget, Guid>>().InsertAsync(new Widget(id, "Never"));
        });
        Log.Of(id).ShouldBeEmpty();
        (await shop.Count("Widgets", id)).ShouldBe(0);
    }
}
