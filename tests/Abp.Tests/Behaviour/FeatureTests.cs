using Abp.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Authorization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.FeatureManagement;
using Volo.Abp.Features;
using Volo.Abp.MultiTenancy;
using Volo.Abp.PermissionManagement;

namespace Abp.Tests.Behaviour;

/// <summary>Section 9: what a tenant has, and what follows from it.</summary>
public class FeatureTests(ShopApp shop) : IClassFixture<ShopApp>
{
    private readonly Guid _tenant = Guid.NewGuid();
    private IFeatureChecker Checker => shop.Services.GetRequiredService<IFeatureChecker>();
    private IFeatureManager Manager => shop.Services.GetRequiredService<IFeatureManager>();

    [Fact]
    public async Task A_tenants_value_comes_before_the_default_and_is_no_other_tenants()
    {
        (await Enabled(_tenant)).ShouldBeFalse();
        await Manager.SetForTenantAsync(_tenant, ShopFeatures.Painting, "true");
        (await Enabled(_tenant)).ShouldBeTrue();
        (await Enabled(Guid.NewGuid())).ShouldBeFalse();
        (await Checker.IsEnabledAsync(ShopFeatures.Painting)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_value_equal_to_the_default_takes_the_row_away()
    {
        await Manager.SetForTenantAsync(_tenant, ShopFeatures.Painting, "true");
        (await Rows()).ShouldBe(1);
        await Manager.SetForTenantAsync(_tenant, ShopFeatures.Painting, "false");
        (await Rows()).ShouldBe(0);
        await Manager.SetForTenantAsync(_tenant, ShopFeatures.Painting, "false", forceToSet: true);
        (await Rows()).ShouldBe(1);
    }

    [Fact]
    public async Task It_is_said_who_gave_the_value()
    {
        (await Manager.GetOrNullWithProviderForTenantAsync(ShopFeatures.Colours, _tenant)).Provider.Name.ShouldBe("D");
        await Manager.SetForTenantAsync(_tenant, ShopFeatures.Colours, "5");
        var found = await Manager.GetOrNullWithProviderForTenantAsync(ShopFeatures.Colours, _tenant);
        (found.Value, found.Provider.Name).ShouldBe(("5", "T"));
        using (Tenants.Change(_tenant)) { (await Checker.GetAsync<int>(ShopFeatures.Colours)).ShouldBe(5); }
    }

    [Fact]
    public async Task A_value_that_the_type_does_not_take_is_refused()
    {
        (await Should.ThrowAsync<FeatureValueInvalidException>(() => Manager.SetForTenantAsync(_tenant, ShopFeatures.Colours, "10")))
            .Code.ShouldBe("Volo.Abp.FeatureManagement:InvalidFeatureValue");
        await Should.ThrowAsync<FeatureValueInvalidException>(() => Manager.SetForTenantAsync(_tenant, ShopFeatures.Painting, "perhaps"));
        (await Rows()).ShouldBe(0);
    }

    [Fact]
    public async Task An_undefined_feature_throws()
    {
        await Should.ThrowAsync<AbpException>(() => Checker.IsEnabledAsync("Shop.Undefined"));
        await Should.ThrowAsync<AbpException>(() => Checker.GetOrNullAsync("Shop.Undefined"));
        await Should.ThrowAsync<AbpException>(() => Manager.SetForTenantAsync(_tenant, "Shop.Undefined", "true"));
    }

    [Fact]
    public async Task A_check_of_a_feature_that_is_off_has_ABPs_code()
    {
        (await Should.ThrowAsync<AbpAuthorizationException>(() => Checker.CheckEnabledAsync(ShopFeatures.Painting))).Code.ShouldBe("Volo.Feature:010001");
        await shop.InScope(async services =>
        {
            var probe = services.GetRequiredService<IProbeAppService>();
            await Should.ThrowAsync<AbpAuthorizationException>(() => probe.GetPaintedAsync());
            await Manager.SetForTenantAsync(_tenant, ShopFeatures.Painting, "true");
            using (Tenants.Change(_tenant)) { (await probe.GetPaintedAsync()).ShouldBe("painted"); }
        });
    }

    [Fact]
    public async Task A_permission_of_a_feature_that_is_off_stays_granted_without_effect()
    {
        var user = Guid.NewGuid();
        using var tenant = Tenants.Change(_tenant);
        await Manager.SetForTenantAsync(_tenant, ShopFeatures.Painting, "true");
        await shop.Services.GetRequiredService<IPermissionManager>().SetForUserAsync(user, ShopPermissions.Painting, true);
        (await Granted(user)).ShouldBeTrue();

        await Manager.SetForTenantAsync(_tenant, ShopFeatures.Painting, "false");
        (await Granted(user)).ShouldBeFalse();

        await Manager.SetForTenantAsync(_tenant, ShopFeatures.Painting, "true");
        (await Granted(user)).ShouldBeTrue();
    }

    [Fact]
    public async Task Definitions_are_written_to_the_database()
    {
        (await shop.Sql("SELECT GroupName, ParentName, DisplayName FROM AbpFeatures WHERE Name = @0", ShopFeatures.Colours))
            .ShouldHaveSingleItem().ShouldBe(["Shop", ShopFeatures.Painting, "F:" + ShopFeatures.Colours]);
        (await shop.Sql("SELECT ParentName FROM AbpPermissions WHERE Name = @0", ShopPermissions.EditWidgets))
            .ShouldHaveSingleItem().ShouldBe([ShopPermissions.Widgets]);
        (await shop.Sql("SELECT IsEncrypted FROM AbpSettingDefinitions WHERE Name = @0", ShopSettings.Secret))
            .ShouldHaveSingleItem().ShouldBe([1L]);
    }

    private ICurrentTenant Tenants => shop.Services.GetRequiredService<ICurrentTenant>();

    private async Task<bool> Enabled(Guid tenant)
    {
        using (Tenants.Change(tenant)) { return await Checker.IsEnabledAsync(ShopFeatures.Painting); }
    }

    private Task<bool> Granted(Guid user) =>
        shop.Services.GetRequiredService<IPermissionChecker>().IsGrantedAsync(People.Principal(user), ShopPermissions.Painting);

    private async Task<long> Rows() =>
        (long)(await shop.Sql("SELECT COUNT(*) FROM AbpFeatureValues WHERE ProviderName = 'T' AND ProviderKey = @0", _tenant.ToString()))[0][0]!;
}
