using System.ComponentModel.DataAnnotations;
using Kernel.Texts;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Workspace.Administration.Administrators;

namespace Workspace.Administration.Units;

/// <summary>The tree of branches, departments and teams; record rights follow it.</summary>
[Authorize(WorkspacePermissions.Units.Default)]
public class UnitAppService(
    OrganizationUnitManager manager, IRepository<OrganizationUnit, Guid> units, IReadOnlyRepository<IdentityUser, Guid> users,
    IReadOnlyRepository<IdentityRole, Guid> roles, IdentityUserManager userManager, AdministratorGuard administrators, RightsLedger ledger) : ApplicationService
{
    /// <returns>Parents before children, in the order of the tree.</returns>
    public virtual async Task<List<UnitRow>> GetTreeAsync()
    {
        var everybody = await users.GetQueryableAsync();
        return await AsyncExecuter.ToListAsync((await units.GetQueryableAsync()).OrderBy(unit => unit.Code)
            .Select(unit => new UnitRow(unit.Id, unit.ParentId, unit.Code, unit.DisplayName,
                everybody.Count(user => user.OrganizationUnits.Any(place => place.OrganizationUnitId == unit.Id)))));
    }

    /// <param name="after">The user name after which the next members stand.</param>
    public virtual async Task<UnitDetails> GetAsync(Guid id, string? after = null, int max = 50)
    {
        var unit = await units.GetAsync(id);
        var members = await AsyncExecuter.ToListAsync((await users.GetQueryableAsync())
            .Where(user => user.OrganizationUnits.Any(place => place.OrganizationUnitId == id) && user.NormalizedUserName.CompareTo(after ?? "") > 0)
            .OrderBy(user => user.NormalizedUserName).Take(max + 1)
            .Select(user => new UnitMember(user.Id, user.UserName, user.NormalizedUserName, user.Name, user.Surname)));
        var roleIds = unit.Roles.Select(role => role.RoleId).ToList();
        var names = await AsyncExecuter.ToListAsync((await roles.GetQueryableAsync()).Where(role => roleIds.Contains(role.Id)).OrderBy(role => role.Name).Select(role => role.Name));
        return new UnitDetails(unit.Id, unit.ParentId, unit.Code, unit.DisplayName, names, [.. members.Take(max)], members.Count > max);
    }

    [Authorize(WorkspacePermissions.Units.Manage)]
    public virtual async Task<Guid> CreateAsync(CreateUnitDto input)
    {
        var unit = new OrganizationUnit(GuidGenerator.Create(), PersianText.Clean(input.Name), input.ParentId, CurrentTenant.Id);
        if (input.ParentId is { } parentId) { CheckDepth(await units.GetAsync(parentId), 1); }
        await manager.CreateAsync(unit);
        Note(unit, ["created"]);
        return unit.Id;
    }

    [Authorize(WorkspacePermissions.Units.Manage)]
    public virtual async Task RenameAsync(Guid id, string name)
    {
        var unit = await units.GetAsync(id);
        var former = unit.DisplayName;
        unit.DisplayName = Check.NotNullOrWhiteSpace(PersianText.Clean(name), nameof(name), OrganizationUnitConsts.MaxDisplayNameLength);
        await manager.UpdateAsync(unit);
        Note(unit, [$"renamed from {former}"]);
    }

    /// <summary>Takes the units beneath along.</summary>
    /// <param name="parentId">Null for a place at the top.</param>
    /// <exception cref="BusinessException">The new place is the unit itself or one beneath it, or is too deep.</exception>
    [Authorize(WorkspacePermissions.Units.Manage)]
    public virtual async Task MoveAsync(Guid id, Guid? parentId)
    {
        var unit = await units.GetAsync(id);
        if (parentId is { } newId)
        {
            var parent = await units.GetAsync(newId);
            if (IsWithin(parent.Code, unit.Code))
            {
                throw new BusinessException(WorkspaceErrorCodes.UnitCycle).WithData("Unit", unit.DisplayName).WithData("Parent", parent.DisplayName);
            }
            var beneath = await manager.FindChildrenAsync(id, recursive: true);
            CheckDepth(parent, beneath.Select(child => Depth(child.Code)).Append(Depth(unit.Code)).Max() - Depth(unit.Code) + 1);
        }
        await manager.MoveAsync(id, parentId);
        Note(unit, ["moved"]);
    }

    /// <summary>With all units beneath it; their members stay users.</summary>
    [Authorize(WorkspacePermissions.Units.Manage)]
    public virtual async Task DeleteAsync(Guid id)
    {
        var unit = await units.GetAsync(id);
        await administrators.KeepAsync(() => manager.DeleteAsync(id));
        Note(unit, ["deleted"]);
    }

    [Authorize(WorkspacePermissions.Units.Manage)]
    public virtual async Task AddMemberAsync(Guid id, Guid userId)
    {
        await userManager.AddToOrganizationUnitAsync(userId, id);
        Note(await units.GetAsync(id), [$"+user {userId}"]);
    }

    [Authorize(WorkspacePermissions.Units.Manage)]
    public virtual async Task RemoveMemberAsync(Guid id, Guid userId)
    {
        await administrators.KeepAsync(() => userManager.RemoveFromOrganizationUnitAsync(userId, id));
        Note(await units.GetAsync(id), [$"-user {userId}"]);
    }

    /// <param name="roleNames">What every member has from now on.</param>
    [Authorize(WorkspacePermissions.Units.Manage)]
    public virtual async Task SetRolesAsync(Guid id, IReadOnlyCollection<string> roleNames)
    {
        await CheckPolicyAsync(IdentityPermissions.Users.ManageRoles);
        var unit = await units.GetAsync(id);
        var wanted = await AsyncExecuter.ToListAsync((await roles.GetQueryableAsync()).Where(role => roleNames.Contains(role.Name)).Select(role => role.Id));
        await administrators.KeepAsync(() =>
        {
            foreach (var gone in unit.Roles.Select(role => role.RoleId).Except(wanted).ToList()) { unit.RemoveRole(gone); }
            wanted.ForEach(unit.AddRole);
            return Task.CompletedTask;
        });
        Note(unit, ["roles =", .. roleNames]);
    }

    private static void CheckDepth(OrganizationUnit parent, int levels)
    {
        if (Depth(parent.Code) + levels > OrganizationUnitConsts.MaxDepth)
        {
            throw new BusinessException(WorkspaceErrorCodes.UnitTooDeep).WithData("Max", OrganizationUnitConsts.MaxDepth);
        }
    }

    private static int Depth(string code) => code.Count(c => c == '.') + 1;

    private static bool IsWithin(string code, string branch) => code == branch || code.StartsWith(branch + ".", StringComparison.Ordinal);

    private void Note(OrganizationUnit unit, IEnumerable<string> changes) => ledger.Write(WorkspacePermissions.Units.Default, unit.Id.ToString(), unit.DisplayName, changes);
}

/// <param name="Members">Not counting the units beneath.</param>
public record UnitRow(Guid Id, Guid? ParentId, string Code, string Name, int Members)
{
    /// <summary>0 at the top.</summary>
    public int Depth => Code.Count(c => c == '.');
}

public record UnitDetails(Guid Id, Guid? ParentId, string Code, string Name, IReadOnlyList<string> Roles, IReadOnlyList<UnitMember> Members, bool HasMore);

public record UnitMember(Guid Id, string UserName, string Key, string? Name, string? Surname)
{
    public string FullName => $"{Name} {Surname}".Trim() is { Length: > 0 } name ? name : UserName;
}

public class CreateUnitDto
{
    [Required, StringLength(128)] public string Name { get; set; } = "";
    public Guid? ParentId { get; set; }
}
