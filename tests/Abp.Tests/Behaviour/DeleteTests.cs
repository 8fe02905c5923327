using Abp.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Security.Claims;

namespace Abp.Tests.Behaviour;

/// <summary>Point 11: deleting what is not there is silent, and only DeleteDirect and HardDelete really remove a row.</summary>
public class DeleteTests(ShopApp shop) : IClassFixture<ShopApp>
{
    private IRepository<Widget, Guid> Widgets => shop.Services.GetRequiredService<IRepository<Widget, Guid>>();

    [Fact]
    public async Task Deleting_a_missing_id_is_silent() => await Widgets.DeleteAsync(Guid.NewGuid());

    [Fact]
    public async Task A_deleted_row_stays_and_says_who_and_when()
    {
        var (id, user) = (await Inserted(), Guid.NewGuid());
        using (shop.Services.GetRequiredService<ICurrentPrincipalAccessor>().Change(People.Principal(user)))
        {
            await Widgets.DeleteAsync(id);
        }
        var row = (await shop.Sql("SELECT IsDeleted, DeletionTime, DeleterId FROM Widgets WHERE Id = @0", id.ToString().ToUpperInvariant()))[0];
        row[0].ShouldBe(1L);
        row[1].ShouldNotBeNull();
        ((string)row[2]!).ShouldBe(user.ToString(), StringCompareShould.IgnoreCase);
        (await Widgets.FindAsync(id)).ShouldBeNull();
    }

    [Fact]
    public async Task A_predicate_deletes_softly_too()
    {
        var id = await Inserted();
        await Widgets.DeleteAsync(x => x.Id == id);
        (await shop.Count("Widgets", id)).ShouldBe(1);
        (await Widgets.FindAsync(id)).ShouldBeNull();
    }

    [Fact]
    public async Task Hard_deletion_removes_the_row()
    {
        var id = await Inserted();
        await shop.InUnitOfWork(async services =>
        {
            var widgets = services.GetRequiredService<IRepository<Widget, Guid>>();
            await widgets.HardDeleteAsync(await widgets.GetAsync(id));
        });
        (await shop.Count("Widgets", id)).ShouldBe(0);
    }

    [Fact]
    public async Task Direct_deletion_removes_the_row_and_tells_nobody()
    {
        var id = await Inserted();
        await Widgets.DeleteDirectAsync(x => x.Id == id);
        (await shop.Count("Widgets", id)).ShouldBe(0);
        shop.Services.GetRequiredService<EventLog>().Of(id).ShouldNotContain("deleted");
    }

    [Fact]
    public async Task Creation_and_change_say_who_and_when()
    {
        var user = Guid.NewGuid();
        Guid id;
        using (shop.Services.GetRequiredService<ICurrentPrincipalAccessor>().Change(People.Principal(user)))
        {
            var fresh = new Widget(Guid.NewGuid(), "Signed");
            await Widgets.InsertAsync(fresh);
            fresh.CreatorId.ShouldBe(user);
            fresh.CreationTime.ShouldNotBe(default);
            fresh.LastModificationTime.ShouldBeNull();
            id = fresh.Id;
            await shop.InUnitOfWork(async s => (await s.GetRequiredService<IRepository<Widget, Guid>>().GetAsync(id)).Rename("Changed"));
        }
        var stored = await Widgets.GetAsync(id);
        stored.LastModifierId.ShouldBe(user);
        stored.LastModificationTime.ShouldNotBeNull();
        stored.CreatorId.ShouldBe(user);
    }

    private async Task<Guid> Inserted() => (await Widgets.InsertAsync(new Widget(Guid.NewGuid(), "Short-lived"))).Id;
}
