using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.Identity;
using Volo.Abp.Uow;
using Workspace.Administration;
using Workspace.Administration.Administrators;
using Workspace.Administration.Permissions;
using Workspace.Administration.Roles;
using Workspace.Administration.Users;

namespace Workspace.Tests.Administration;

/// <summary>An organisation never loses its last administrator, by whatever way, and in words.</summary>
public class LastAdministratorTests : AdministrationTest
{
    [Theory]
    [InlineData("role taken")]
    [InlineData("right taken")]
    [InlineData("locked")]
    [InlineData("deactivated")]
    [InlineData("deleted")]
    public async Task The_last_administrator_stays_one_whatever_another_tries(string way)
    {
        // Sara may do all of this, but is no administrator: she may not give rights.
        await Let("sara", IdentityPermissions.Users.Default, IdentityPermissions.Users.Update, IdentityPermissions.Users.ManageRoles, IdentityPermissions.Users.Delete,
            IdentityPermissions.Roles.Default, IdentityPermissions.Roles.ManagePermissions);
        var role = await Role("admin");

        var refusal = await Should.ThrowAsync<BusinessException>(() => AsNow("sara", async services =>
        {
            var users = services.GetRequiredService<UserAppService>();
            await (way switch
            {
                "role taken" => users.SetRolesAsync(Id("admin"), []),
                "right taken" => services.GetRequiredService<RightsAppService>().ChangeRolesAsync([new RightChange(role.Id, AdministratorGuard.Right, 1, 0)]),
                "locked" => users.LockAsync(Id("admin")),
                "deactivated" => users.DeactivateAsync(Id("admin")),
                _ => users.DeleteAsync(Id("admin"))
            });
        }));

        // Locking out is refused already because he is above her; the rest because nobody would be left.
        refusal.Code.ShouldBe(way is "role taken" or "right taken" ? WorkspaceErrorCodes.LastAdministrator : WorkspaceErrorCodes.MoreRights);
        var admin = await User("admin");
        admin.IsActive.ShouldBeTrue();
        admin.LockoutEnd.ShouldBeNull();
        (await RolesOf("admin")).ShouldContain("admin");
        (await GrantsOf("admin")).ShouldContain(AdministratorGuard.Right);
    }

    [Fact]
    public async Task With_a_second_administrator_the_first_may_go_but_then_the_second_is_the_last()
    {
        await GiveRoles("sara", "sales", "admin");

        await AsNow("sara", services => services.GetRequiredService<UserAppService>().DeactivateAsync(Id("admin")));
        (await User("admin")).IsActive.ShouldBeFalse();

        var refusal = await Should.ThrowAsync<BusinessException>(() => GiveRoles("sara", "sales"));
        refusal.Code.ShouldBe(WorkspaceErrorCodes.LastAdministrator);
        (await RolesOf("sara")).ShouldContain("admin");
    }

    [Fact]
    public async Task A_role_that_carries_the_last_right_is_not_deleted()
    {
        await Let("sara", AdministratorGuard.Right);
        var chiefs = (await RolesOf("sara")).Single(role => role != "sales");
        await GiveRoles("admin", "finance");

        var refusal = await Should.ThrowAsync<BusinessException>(() => Admin(async services =>
            await services.GetRequiredService<RoleAppService>().DeleteAsync((await services.GetRequiredService<IdentityRoleManager>().FindByNameAsync(chiefs))!.Id)));

        refusal.Code.ShouldBe(WorkspaceErrorCodes.LastAdministrator);
        (await RolesOf("sara")).ShouldContain(chiefs);
    }

    [Fact]
    public async Task Two_who_take_each_others_role_in_the_same_moment_do_not_both_succeed()
    {
        await GiveRoles("sara", "sales", "admin");
        using var admin = await SignedIn("admin");
        using var sara = await SignedIn("sara");
        var (hers, his) = (await admin.GetAsync($"/Administration/Users/Details/{Id("sara")}"), await sara.GetAsync($"/Administration/Users/Details/{Id("admin")}"));

        var answers = await Task.WhenAll(Demote(hers), Demote(his));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Single(answer => answer.Status != HttpStatusCode.OK).Status.ShouldBeOneOf(HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict, HttpStatusCode.Forbidden);
        (await RolesOf("admin")).Concat(await RolesOf("sara")).Count(role => role == "admin").ShouldBe(1);

        static Task<WebAnswer> Demote(WebAnswer page)
        {
            page.Document.QuerySelector("#roles input[value=admin]")!.RemoveAttribute("checked");
            return page.SubmitAsync([], "#roles");
        }
    }

    [Fact]
    public async Task Where_the_database_lets_two_such_changes_overlap_the_later_one_meets_a_changed_row()
    {
        var role = await Role("admin");

        await Should.ThrowAsync<AbpDbConcurrencyException>(() => As.Admin(async () =>
        {
            await using var scope = App.Services.CreateAsyncScope();
            using var first = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true); // no transaction, so that SQLite lets the second in
            await scope.ServiceProvider.GetRequiredService<IdentityRoleManager>().GetByIdAsync(role.Id);
            await Act(async services => { await services.GetRequiredService<AdministratorGuard>().KeepAsync(() => Task.CompletedTask); return true; });

            await scope.ServiceProvider.GetRequiredService<AdministratorGuard>().KeepAsync(() => Task.CompletedTask);
        }));
    }
}
