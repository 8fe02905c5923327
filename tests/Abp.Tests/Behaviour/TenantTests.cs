using Abp.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.SettingManagement;
using Volo.Abp.TenantManagement;

namespace Abp.Tests.Behaviour;

/// <summary>Point 5: an entity's tenant is the one current when it was made, whatever is current when it is saved.</summary>
public class TenantTests(ShopApp shop) : IClassFixture<ShopApp>
{
    private readonly Guid _tenant = Guid.NewGuid();
    private ICurrentTenant Current => shop.Services.GetRequiredService<ICurrentTenant>();

    [Fact]
    public void The_host_is_no_tenant()
    {
        Current.Id.ShouldBeNull();
        Current.IsAvailable.ShouldBeFalse();
        using (Current.Change(_tenant, "Acme"))
        {
            Current.Id.ShouldBe(_tenant);
            Current.Name.ShouldBe("Acme");
            using (Current.Change(null)) { Current.IsAvailable.ShouldBeFalse(); }
            Current.IsAvailable.ShouldBeTrue();
        }
        Current.Id.ShouldBeNull();
    }

    [Fact]
    public async Task It_is_taken_when_the_entity_is_made()
    {
        Widget widget;
        using (Current.Change(_tenant)) { widget = new Widget(Guid.NewGuid(), "Tenant's"); }
        widget.TenantId.ShouldBe(_tenant);
        await shop.Services.GetRequiredService<IRepository<Widget, Guid>>().InsertAsync(widget);
        (await TenantOf("Widgets", widget.Id)).ShouldBe(_tenant);
    }

    [Fact]
    public async Task A_constructor_that_assigns_null_makes_a_row_of_the_host()
    {
        var id = Guid.NewGuid();
        using (Current.Change(_tenant))
        {
            await shop.Services.GetRequiredService<IRepository<Stray, Guid>>().InsertAsync(new Stray(id, null));
        }
        (await TenantOf("Strays", id)).ShouldBeNull();
    }

    [Fact]
    public async Task Each_tenant_sees_its_own_and_the_host_its_own()
    {
        var widgets = shop.Services.GetRequiredService<IRepository<Widget, Guid>>();
        var host = await widgets.InsertAsync(new Widget(Guid.NewGuid(), "Host's"));
        using (Current.Change(_tenant))
        {
            var own = await widgets.InsertAsync(new Widget(Guid.NewGuid(), "Own"));
            (await widgets.GetListAsync()).Select(x => x.Id).ShouldBe([own.Id]);
            (await widgets.FindAsync(host.Id)).ShouldBeNull();
            using (shop.Services.GetRequiredService<IDataFilter<IMultiTenant>>().Disable())
            {
                (await widgets.FindAsync(host.Id)).ShouldNotBeNull();
            }
        }
        (await widgets.GetListAsync(x => x.Name == "Own")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_belongs_to_no_tenant_stays_in_the_hosts_database_for_a_tenant_that_has_its_own()
    {
        var tenants = shop.Services.GetRequiredService<ITenantRepository>();
        var tenant = await shop.Services.GetRequiredService<ITenantManager>().CreateAsync($"apart-{_tenant:N}");
        tenant.SetDefaultConnectionString($"Data Source={Path.Combine(Path.GetTempPath(), $"nowhere-{_tenant:N}", "none.db")}");
        await tenants.InsertAsync(tenant);

        using (Current.Change(tenant.Id))
        {
            await shop.Services.GetRequiredService<ISettingManager>().SetForTenantAsync(tenant.Id, ShopSettings.Colour, "green");
            await Should.ThrowAsync<Microsoft.Data.Sqlite.SqliteException>(() => shop.Services.GetRequiredService<IRepository<Widget, Guid>>().GetListAsync());
        }

        (await shop.Sql("SELECT Value FROM AbpSettings WHERE ProviderKey = @0", tenant.Id.ToString())).ShouldHaveSingleItem().ShouldBe(["green"]);
    }

    private async Task<Guid?> TenantOf(string table, Guid id) =>
        (await shop.Sql($"SELECT TenantId FROM {table} WHERE Id = @0", id.ToString().ToUpperInvariant()))[0][0] is string text ? Guid.Parse(text) : null;
}
