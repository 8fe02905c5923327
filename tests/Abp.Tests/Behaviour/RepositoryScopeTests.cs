using Abp.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore;

namespace Abp.Tests.Behaviour;

/// <summary>Point 2: a repository's own methods bring their unit of work, its queryable and the LINQ-like extensions do not.</summary>
public class RepositoryScopeTests(ShopApp shop) : IClassFixture<ShopApp>
{
    private IRepository<Widget, Guid> Widgets => shop.Services.GetRequiredService<IRepository<Widget, Guid>>();

    [Fact]
    public async Task Members_work_outside_a_unit_of_work()
    {
        var id = Guid.NewGuid();
        await Widgets.InsertAsync(new Widget(id, "Alone"));

        (await Widgets.GetAsync(id)).Name.ShouldBe("Alone");
        (await Widgets.FindAsync(x => x.Id == id)).ShouldNotBeNull();
        (await Widgets.GetListAsync(x => x.Id == id)).ShouldHaveSingleItem();
        (await Widgets.GetCountAsync()).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_queryable_of_a_closed_unit_of_work_is_dead()
    {
        var query = await Widgets.GetQueryableAsync();
        Should.Throw<ObjectDisposedException>(() => query.ToList());
    }

    [Fact]
    public async Task Linq_like_extensions_need_a_unit_of_work()
    {
        await Should.ThrowAsync<ObjectDisposedException>(() => Widgets.AnyAsync());
        await Should.ThrowAsync<ObjectDisposedException>(() => Widgets.CountAsync());
        await Should.ThrowAsync<ObjectDisposedException>(() => Widgets.FirstOrDefaultAsync());
        await shop.InUnitOfWork(s => s.GetRequiredService<IRepository<Widget, Guid>>().CountAsync());
    }

    [Fact]
    public async Task A_context_exists_only_inside_a_unit_of_work()
    {
        var provider = shop.Services.GetRequiredService<IDbContextProvider<ShopDbContext>>();
        var thrown = await Should.ThrowAsync<AbpException>(provider.GetDbContextAsync);
        thrown.Message.ShouldBe("A DbContext can only be created inside a unit of work!");
    }

    [Fact]
    public async Task Get_of_a_missing_id_throws_and_find_gives_nothing()
    {
        var id = Guid.NewGuid();
        (await Widgets.FindAsync(id)).ShouldBeNull();
        var thrown = await Should.ThrowAsync<EntityNotFoundException>(() => Widgets.GetAsync(id));
        thrown.EntityType.ShouldBe(typeof(Widget));
        thrown.Id.ShouldBe(id);
        await Should.ThrowAsync<EntityNotFoundException>(() => Widgets.GetAsync(x => x.Id == id));
    }

    [Fact]
    public async Task An_insert_without_id_is_given_one()
    {
        var widget = await Widgets.InsertAsync(new Widget(Guid.Empty, "Nameless"));
        widget.Id.ShouldNotBe(Guid.Empty);
        (await shop.Count("Widgets", widget.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_inserted_is_counted_only_once_saved() => await shop.InUnitOfWork(async services =>
    {
        var widgets = services.GetRequiredService<IRepository<Widget, Guid>>();
        var before = await widgets.GetCountAsync();
        await widgets.InsertAsync(new Widget(Guid.NewGuid(), "Later"));
        (await widgets.GetCountAsync()).ShouldBe(before);
        await widgets.InsertAsync(new Widget(Guid.NewGuid(), "Now"), autoSave: true);
        (await widgets.GetCountAsync()).ShouldBe(before + 2);
    });

    [Fact]
    public async Task Details_come_with_one_entity_and_not_with_a_list()
    {
        var widget = new Widget(Guid.NewGuid(), "With parts");
        widget.AddPart(Guid.NewGuid(), "Wheel");
        await Widgets.InsertAsync(widget);

        (await Widgets.GetAsync(widget.Id)).Parts.ShouldHaveSingleItem();
        (await Widgets.GetAsync(widget.Id, includeDetails: false)).Parts.ShouldBeEmpty();
        (await Widgets.GetListAsync(x => x.Id == widget.Id)).Single().Parts.ShouldBeEmpty();
        (await Widgets.GetListAsync(x => x.Id == widget.Id, includeDetails: true)).Single().Parts.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_page_is_sorted_by_a_text()
    {
        var mark = Guid.NewGuid().ToString("N");
        foreach (var name in new[] { "b", "c", "a" }) { await Widgets.InsertAsync(new Widget(Guid.NewGuid(), mark + name)); }
        var page = await Widgets.GetPagedListAsync(0, 1000, "Name desc");
        page.Where(x => x.Name.StartsWith(mark)).Select(x => x.Name[^1]).ShouldBe(['c', 'b', 'a']);
    }

    [Fact]
    public async Task A_tracked_entity_is_saved_without_update_and_a_read_only_one_is_not()
    {
        var id = Guid.NewGuid();
        await Widgets.InsertAsync(new Widget(id, "First"));
        await shop.InUnitOfWork(async s => (await s.GetRequiredService<IReadOnlyRepository<Widget, Guid>>().GetAsync(id)).Rename("Untracked"));
        (await Widgets.GetAsync(id)).Name.ShouldBe("First");
        await shop.InUnitOfWork(async s => (await s.GetRequiredService<IRepository<Widget, Guid>>().GetAsync(id)).Rename("Second"));
        (await Widgets.GetAsync(id)).Name.ShouldBe("Second");
    }
}
