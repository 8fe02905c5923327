using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Guids;
using Volo.Abp.Identity;
using Volo.Abp.PermissionManagement;
using Volo.Abp.Uow;
using IdentityRole = Volo.Abp.Identity.IdentityRole;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace Workspace.Demonstration;

/// <summary>People of the demonstration organisation and what their roles may do.</summary>
public class DemonstrationUsers(
    IdentityUserManager users, IdentityRoleManager roles, IPermissionManager permissions, IPermissionDefinitionManager definitions,
    IUserClaimsPrincipalFactory<IdentityUser> principals, IGuidGenerator guids, IUnitOfWorkManager unitOfWorkManager) : ITransientDependency
{
    private readonly Dictionary<string, IdentityUser> _users = [];

    public Guid Id(string userName) => _users[userName].Id;

    /// <summary>The administrator, as signed in.</summary>
    public ClaimsPrincipal Administrator { get; private set; } = null!;

    public virtual async Task<DemonstrationUsers> CreateAsync(Guid tenantId)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true);
        _users["admin"] = await users.FindByNameAsync("admin") ?? throw new InvalidOperationException("The tenant was seeded without an administrator.");
        _users["admin"].Name = "مدیر";
        _users["admin"].Surname = "سامانه";
        await GrantAsync(tenantId, "sales", DemonstrationRoles.Sales);
        await GrantAsync(tenantId, "seller", DemonstrationRoles.Seller);
        await GrantAsync(tenantId, "finance", DemonstrationRoles.Finance);
        await CreateAsync(tenantId, "sara", "سارا", "یزدانی", "sales");
        await CreateAsync(tenantId, "nima", "نیما", "کاظمی", "seller");
        await CreateAsync(tenantId, "reza", "رضا", "نوری", "finance");
        await CreateAsync(tenantId, "guest", "مهمان", "بدون نقش", null);
        await unitOfWork.SaveChangesAsync();
        Administrator = await principals.CreateAsync(_users["admin"]);
        await unitOfWork.CompleteAsync();
        return this;
    }

    private async Task GrantAsync(Guid tenantId, string role, Func<string, bool> may)
    {
        (await roles.CreateAsync(new IdentityRole(guids.Create(), role, tenantId))).CheckErrors();
        foreach (var permission in await definitions.GetPermissionsAsync())
        {
            if (may(permission.Name)) { await permissions.SetForRoleAsync(role, permission.Name, true); }
        }
    }

    private async Task CreateAsync(Guid tenantId, string userName, string name, string surname, string? role)
    {
        var user = new IdentityUser(guids.Create(), userName, $"{userName}@arman.example", tenantId) { Name = name, Surname = surname };
        (await users.CreateAsync(user, DemonstrationData.Password)).CheckErrors();
        if (role is not null) { (await users.AddToRoleAsync(user, role)).CheckErrors(); }
        _users[userName] = user;
    }
}
