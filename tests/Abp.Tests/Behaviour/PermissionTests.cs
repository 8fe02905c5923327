using System.Security.Claims;
using Abp.Tests.Shop;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Authorization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.MultiTenancy;
using Volo.Abp.PermissionManagement;
using Volo.Abp.Security.Claims;
using Volo.Abp.Settings;

namespace Abp.Tests.Behaviour;

/// <summary>Point 8: what is granted, and what happens to names nobody defined.</summary>
public class PermissionTests(ShopApp shop) : IClassFixture<ShopApp>
{
    private IPermissionChecker Checker => shop.Services.GetRequiredService<IPermissionChecker>();
    private IPermissionManager Manager => shop.Services.GetRequiredService<IPermissionManager>();
    private readonly Guid _user = Guid.NewGuid();

    [Fact]
    public async Task Nothing_is_granted_by_itself_and_nothing_to_nobody()
    {
        (await Checker.IsGrantedAsync(ShopPermissions.Widgets)).ShouldBeFalse();
        (await Checker.IsGrantedAsync(People.Principal(_user), ShopPermissions.Widgets)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_child_is_granted_without_its_parent()
    {
        await Manager.SetAsync(ShopPermissions.EditWidgets, "U", _user.ToString(), true);
        (await Checker.IsGrantedAsync(People.Principal(_user), ShopPermissions.EditWidgets)).ShouldBeTrue();
        (await Checker.IsGrantedAsync(People.Principal(_user), ShopPermissions.Widgets)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_grant_to_a_role_is_a_row_and_can_be_taken_back()
    {
        const string role = "painter";
        await Manager.SetAsync(ShopPermissions.Widgets, "R", role, true);
        (await Rows(role)).ShouldBe(1);
        (await Checker.IsGrantedAsync(People.Principal(_user, role), ShopPermissions.Widgets)).ShouldBeTrue();

        await Manager.SetAsync(ShopPermissions.Widgets, "R", role, false);
        (await Rows(role)).ShouldBe(0);
        (await Checker.IsGrantedAsync(People.Principal(_user, role), ShopPermissions.Widgets)).ShouldBeFalse();
    }

    [Fact]
    public async Task Role_names_are_compared_exactly()
    {
        await Manager.SetAsync(ShopPermissions.Widgets, "R", "seller", true);
        (await Checker.IsGrantedAsync(People.Principal(_user, "seller"), ShopPermissions.Widgets)).ShouldBeTrue();
        (await Checker.IsGrantedAsync(People.Principal(_user, "Seller"), ShopPermissions.Widgets)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_grant_of_the_host_is_none_of_a_tenants()
    {
        await Manager.SetAsync(ShopPermissions.Widgets, "R", "clerk", true);
        using (shop.Services.GetRequiredService<ICurrentTenant>().Change(Guid.NewGuid()))
        {
            (await Checker.IsGrantedAsync(People.Principal(_user, "clerk"), ShopPermissions.Widgets)).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task The_wrong_side_is_not_granted()
    {
        var tenants = shop.Services.GetRequiredService<ICurrentTenant>();
        await Manager.SetAsync(ShopPermissions.HostOnly, "R", "chief", true);
        (await Checker.IsGrantedAsync(People.Principal(_user, "chief"), ShopPermissions.HostOnly)).ShouldBeTrue();
        using (tenants.Change(Guid.NewGuid()))
        {
            (await Checker.IsGrantedAsync(People.Principal(_user, "chief"), ShopPermissions.HostOnly)).ShouldBeFalse();
            await Should.ThrowAsync<ApplicationException>(() => Manager.SetAsync(ShopPermissions.HostOnly, "R", "chief", true));
        }
    }

    [Fact]
    public async Task Undefined_and_disabled_ones_are_not_granted()
    {
        (await Checker.IsGrantedAsync(People.Principal(_user), "Shop.Undefined")).ShouldBeFalse();
        (await Checker.IsGrantedAsync(People.Principal(_user), ShopPermissions.Disabled)).ShouldBeFalse();
        await Manager.SetAsync("Shop.Undefined", "R", "anybody", true);
        (await Rows("anybody")).ShouldBe(0);
        await Should.ThrowAsync<AbpException>(() => Manager.SetAsync(ShopPermissions.Widgets, "X", "anybody", true));
    }

    [Fact]
    public async Task Many_are_asked_at_once()
    {
        await Manager.SetAsync(ShopPermissions.Widgets, "U", _user.ToString(), true);
        var result = await Checker.IsGrantedAsync(People.Principal(_user), [ShopPermissions.Widgets, ShopPermissions.EditWidgets]);
        result.Result[ShopPermissions.Widgets].ShouldBe(PermissionGrantResult.Granted);
        result.Result[ShopPermissions.EditWidgets].ShouldBe(PermissionGrantResult.Undefined);
        result.AllGranted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_policy_nobody_defined_throws()
    {
        var authorization = shop.Services.GetRequiredService<IAuthorizationService>();
        await Should.ThrowAsync<InvalidOperationException>(() => authorization.AuthorizeAsync(new ClaimsPrincipal(), null, "Shop.Undefined"));
    }

    [Fact]
    public async Task In_process_a_missing_right_is_an_exception()
    {
        var trouble = shop.Services.GetRequiredService<ITroubleAppService>();
        var principal = shop.Services.GetRequiredService<ICurrentPrincipalAccessor>();
        (await Should.ThrowAsync<AbpAuthorizationException>(trouble.GetSignedInAsync)).Code.ShouldBe("Volo.Authorization:010001");
        using (principal.Change(People.Principal(_user)))
        {
            await trouble.GetSignedInAsync();
            (await Should.ThrowAsync<AbpAuthorizationException>(trouble.GetForbiddenAsync)).Code.ShouldBe("Volo.Authorization:010001");
            await Manager.SetAsync(ShopPermissions.Widgets, "U", _user.ToString(), true);
            await trouble.GetForbiddenAsync();
        }
    }

    [Fact]
    public async Task A_setting_nobody_defined_throws()
    {
        var settings = shop.Services.GetRequiredService<ISettingProvider>();
        await Should.ThrowAsync<AbpException>(() => settings.GetOrNullAsync("Shop.Undefined"));
    }

    private async Task<long> Rows(string key) =>
        (long)(await shop.Sql("SELECT COUNT(*) FROM AbpPermissionGrants WHERE ProviderKey = @0", key))[0][0]!;
}
