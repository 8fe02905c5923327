using Abp.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;

namespace Abp.Tests.Behaviour;

/// <summary>Point 6: updating a detached root writes the root; a new child of it is not inserted.</summary>
public class DetachedRootTests(ShopApp shop) : IClassFixture<ShopApp>
{
    private IRepository<Widget, Guid> Widgets => shop.Services.GetRequiredService<IRepository<Widget, Guid>>();

    [Fact]
    public async Task A_new_child_of_a_detached_root_is_silently_left_out()
    {
        var detached = await Inserted();
        var part = detached.AddPart(Guid.NewGuid(), "Lost");
        detached.Rename("Changed");
        await Widgets.UpdateAsync(detached);

        (await Widgets.GetAsync(detached.Id)).Name.ShouldBe("Changed");
        (await shop.Count("Parts", part.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task A_new_child_of_a_tracked_root_is_inserted()
    {
        var id = (await Inserted()).Id;
        var part = Guid.NewGuid();
        await shop.InUnitOfWork(async s => (await s.GetRequiredService<IRepository<Widget, Guid>>().GetAsync(id)).AddPart(part, "Kept"));
        (await shop.Count("Parts", part)).ShouldBe(1);
    }

    [Fact]
    public async Task The_second_of_two_writers_is_told()
    {
        var id = (await Inserted()).Id;
        var (first, second) = (await Widgets.GetAsync(id), await Widgets.GetAsync(id));
        var stamp = first.ConcurrencyStamp;
        stamp.Length.ShouldBe(32);
        first.Rename("First");
        await Widgets.UpdateAsync(first);
        (await Widgets.GetAsync(id)).ConcurrencyStamp.ShouldNotBe(stamp);

        second.Rename("Second");
        await Should.ThrowAsync<AbpDbConcurrencyException>(() => Widgets.UpdateAsync(second));
        (await Widgets.GetAsync(id)).Name.ShouldBe("First");
    }

    private async Task<Widget> Inserted()
    {
        var id = (await Widgets.InsertAsync(new Widget(Guid.NewGuid(), "Root"))).Id;
        return await Widgets.GetAsync(id);
    }
}
