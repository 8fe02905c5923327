using System.ComponentModel.DataAnnotations;
using Kernel.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Volo.Abp.Application.Services;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.PermissionManagement;
using Workspace.Administration.Administrators;
using IdentityRole = Volo.Abp.Identity.IdentityRole;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace Workspace.Administration.Roles;

/// <summary>What people are here: roles carry the grants, people carry the roles.</summary>
[Authorize(IdentityPermissions.Roles.Default)]
public class RoleAppService(
    IdentityRoleManager manager, IRepository<IdentityRole, Guid> roles, IReadOnlyRepository<IdentityUser, Guid> users,
    IReadOnlyRepository<OrganizationUnit, Guid> units, IPermissionGrantRepository grants, IPermissionDataSeeder seeder,
    AdministratorGuard administrators, RightsLedger ledger) : ApplicationService
{
    private const int MaxRoles = 500;

    public virtual async Task<List<RoleRow>> GetListAsync()
    {
        var everybody = await users.GetQueryableAsync();
        return await AsyncExecuter.ToListAsync((await roles.GetQueryableAsync()).OrderBy(role => role.Name).Take(MaxRoles)
            .Select(role => new RoleRow(role.Id, role.Name, role.IsDefault, role.IsStatic, everybody.Count(user => user.Roles.Any(given => given.RoleId == role.Id)))));
    }

    /// <param name="after">The user name after which the next members stand.</param>
    public virtual async Task<RoleDetails> GetAsync(Guid id, string? after = null, int max = 50)
    {
        var role = await manager.GetByIdAsync(id);
        var members = await AsyncExecuter.ToListAsync((await users.GetQueryableAsync())
            .Where(user => user.Roles.Any(given => given.RoleId == id) && user.NormalizedUserName.CompareTo(after ?? "") > 0)
            .OrderBy(user => user.NormalizedUserName).Take(max + 1)
            .Select(user => new RoleMember(user.Id, user.UserName, user.NormalizedUserName, user.Name, user.Surname)));
        var through = await AsyncExecuter.ToListAsync((await units.GetQueryableAsync()).Where(unit => unit.Roles.Any(given => given.RoleId == id))
            .OrderBy(unit => unit.Code).Select(unit => unit.DisplayName));
        return new RoleDetails(role.Id, role.Name, role.IsDefault, role.IsStatic, role.ConcurrencyStamp, [.. members.Take(max)], members.Count > max, through);
    }

    /// <summary>A copy may do what its model may; it has no members yet.</summary>
    [Authorize(IdentityPermissions.Roles.Create)]
    public virtual async Task<Guid> CreateAsync(CreateRoleDto input)
    {
        var role = new IdentityRole(GuidGenerator.Create(), PersianText.Clean(input.Name), CurrentTenant.Id) { IsPublic = true, IsDefault = input.IsDefault };
        (await manager.CreateAsync(role)).CheckErrors();
        var changes = new List<string> { "created" };
        if (input.CopyFrom is { } modelId)
        {
            await CheckPolicyAsync(IdentityPermissions.Roles.ManagePermissions);
            var model = await manager.GetByIdAsync(modelId);
            var names = (await grants.GetListAsync(RolePermissionValueProvider.ProviderName, model.Name)).Select(grant => grant.Name).Order(StringComparer.Ordinal).ToList();
            await seeder.SeedAsync(RolePermissionValueProvider.ProviderName, role.Name, names, CurrentTenant.Id);
            changes = ["created as a copy of", model.Name, .. names.Select(name => "+" + name)];
        }
        Note(role, changes);
        return role.Id;
    }

    /// <summary>Its grants follow a new name.</summary>
    [Authorize(IdentityPermissions.Roles.Update)]
    public virtual async Task UpdateAsync(Guid id, UpdateRoleDto input)
    {
        var role = await manager.GetByIdAsync(id);
        if (role.ConcurrencyStamp != input.ConcurrencyStamp) { throw new AbpDbConcurrencyException(); }
        var former = role.Name;
        (await manager.SetRoleNameAsync(role, PersianText.Clean(input.Name))).CheckErrors();
        role.IsDefault = input.IsDefault;
        (await manager.UpdateAsync(role)).CheckErrors();
        Note(role, [former == role.Name ? "" : $"renamed from {former}", input.IsDefault ? "default" : "not default"]);
    }

    [Authorize(IdentityPermissions.Roles.Delete)]
    public virtual async Task DeleteAsync(Guid id)
    {
        var role = await manager.GetByIdAsync(id);
        var members = await AsyncExecuter.CountAsync((await users.GetQueryableAsync()).Where(user => user.Roles.Any(given => given.RoleId == id)));
        await administrators.KeepAsync(async () => (await manager.DeleteAsync(role)).CheckErrors());
        Note(role, [$"deleted, {members} members lost it"]);
    }

    private void Note(IdentityRole role, IEnumerable<string> changes) => ledger.Write(IdentityPermissions.Roles.Default, role.Id.ToString(), role.Name, changes);
}

/// <param name="Members">Who has the role himself, not through a unit.</param>
public record RoleRow(Guid Id, string Name, bool IsDefault, bool IsStatic, int Members);

/// <param name="Units">All members of these have the role too.</param>
public record RoleDetails(
    Guid Id, string Name, bool IsDefault, bool IsStatic, string ConcurrencyStamp, IReadOnlyList<RoleMember> Members, bool HasMore, IReadOnlyList<string> Units);

public record RoleMember(Guid Id, string UserName, string Key, string? Name, string? Surname)
{
    public string FullName => $"{Name} {Surname}".Trim() is { Length: > 0 } name ? name : UserName;
}

public class CreateRoleDto
{
    [Required, StringLength(256)] public string Name { get; set; } = "";

    /// <summary>Given to every new user.</summary>
    public bool IsDefault { get; set; }

    /// <summary>The role whose grants it starts with.</summary>
    public Guid? CopyFrom { get; set; }
}

public class UpdateRoleDto
{
    [Required, StringLength(256)] public string Name { get; set; } = "";
    public bool IsDefault { get; set; }
    [Required] public string ConcurrencyStamp { get; set; } = "";
}
