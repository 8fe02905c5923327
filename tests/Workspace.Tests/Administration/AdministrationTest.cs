using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.PermissionManagement;
using Volo.Abp.Security.Claims;
using Volo.Abp.Uow;
using Workspace.Administration.Roles;
using Workspace.Administration.Users;
using IdentityRole = Volo.Abp.Identity.IdentityRole;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace Workspace.Tests.Administration;

/// <summary>Administrators at work in the organisation of the tests.</summary>
public abstract class AdministrationTest : WorkspaceTest<WorkspaceModule>
{
    protected Guid Id(string user) => As.IdOf(user);

    /// <summary>As the administrator, in a transaction and a scope of its own, as a request is.</summary>
    protected Task<T> Admin<T>(Func<IServiceProvider, Task<T>> act) => As.Admin(() => Act(act));

    protected async Task<T> Act<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = App.Services.CreateAsyncScope();
        using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        var result = await act(scope.ServiceProvider);
        await unitOfWork.CompleteAsync();
        return result;
    }

    protected Task Admin(Func<IServiceProvider, Task> act) => Admin(async services => { await act(services); return true; });

    protected Task<IdentityUser> User(string name) => Admin(services => services.GetRequiredService<IdentityUserManager>().FindByNameAsync(name))!;

    protected Task<IdentityRole> Role(string name) => Admin(services => services.GetRequiredService<IdentityRoleManager>().FindByNameAsync(name))!;

    protected Task<IList<string>> RolesOf(string user) => Admin(async services =>
    {
        var manager = services.GetRequiredService<IdentityUserManager>();
        return await manager.GetRolesAsync((await manager.FindByNameAsync(user))!);
    });

    protected Task<List<string>> GrantsOf(string role) => Admin(async services =>
        (await services.GetRequiredService<IReadOnlyRepository<PermissionGrant, Guid>>().GetListAsync(grant => grant.ProviderName == "R" && grant.ProviderKey == role))
            .Select(grant => grant.Name).Order(StringComparer.Ordinal).ToList());

    protected Task Grant(string role, params string[] names) => Admin(async services =>
    {
        foreach (var name in names) { await services.GetRequiredService<IPermissionManager>().SetForRoleAsync(role, name, true); }
    });

    /// <summary>Gives the user a role of her own with these permissions besides. A new name each time: grants are cached for all tests together.</summary>
    protected async Task Let(string user, params string[] names)
    {
        var role = $"role-{Guid.NewGuid():N}";
        await Admin(services => services.GetRequiredService<RoleAppService>().CreateAsync(new CreateRoleDto { Name = role }));
        await Grant(role, names);
        await GiveRoles(user, [.. await RolesOf(user), role]);
    }

    /// <summary>With the roles he has now.</summary>
    protected async Task AsNow(string user, Func<IServiceProvider, Task> act)
    {
        var principal = await Admin(async services => await services.GetRequiredService<IUserClaimsPrincipalFactory<IdentityUser>>()
            .CreateAsync((await services.GetRequiredService<IdentityUserManager>().FindByNameAsync(user))!));
        await As.Admin(async () =>
        {
            using var change = Get<ICurrentPrincipalAccessor>().Change(principal);
            await Act(async services => { await act(services); return true; });
        });
    }

    protected Task GiveRoles(string user, params string[] roles) =>
        Admin(services => services.GetRequiredService<UserAppService>().SetRolesAsync(Id(user), roles));
}
