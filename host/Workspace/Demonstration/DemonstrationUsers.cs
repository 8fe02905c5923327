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
    OrganizationUnitManager units, IUserClaimsPrincipalFactory<IdentityUser> principals, IGuidGenerator guids, IUnitOfWorkManager unitOfWorkManager) : ITransientDependency
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

    /// <summary>Sales in Tehran and in Isfahan, and who leads both: each sees another part of the customers.</summary>
    public virtual async Task PlaceAsync(Guid tenantId)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true);
        await GrantAsync(tenantId, "sales-manager", DemonstrationRoles.SalesManager);
        await CreateAsync(tenantId, "leila", "لیلا", "صفوی", "sales");
        await CreateAsync(tenantId, "maryam", "مریم", "رستگار", "sales-manager");
        var sales = await CreateUnitAsync(tenantId, "فروش", null, "maryam");
        await CreateUnitAsync(tenantId, "فروش تهران", sales, "sara", "nima");
        await CreateUnitAsync(tenantId, "فروش اصفهان", sales, "leila");
        await unitOfWork.CompleteAsync();
    }

    /// <summary>Of the demonstration's customers, counted from 0.</summary>
    public Guid OwnerOf(int customer) => Id((customer % 6) switch { 0 => "admin", 1 => "nima", 3 or 4 => "leila", _ => "sara" });

    private async Task<Guid> CreateUnitAsync(Guid tenantId, string name, Guid? parentId, params string[] members)
    {
        var unit = new OrganizationUnit(guids.Create(), name, parentId, tenantId);
        await units.CreateAsync(unit);
        await unitOfWorkManager.Current!.SaveChangesAsync(); // the next one's code follows from it
        foreach (var member in members) { await users.AddToOrganizationUnitAsync(Id(member), unit.Id); }
        return unit.Id;
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
