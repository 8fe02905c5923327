using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Volo.Abp.Application.Services;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.PermissionManagement;
using Workspace.Administration.Administrators;
using IdentityRole = Volo.Abp.Identity.IdentityRole;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace Workspace.Administration.Permissions;

/// <summary>Who may do what: read for some roles or one user, and changed cell by cell.</summary>
[Authorize]
public class RightsAppService(
    RightsCatalog catalog, IReadOnlyRepository<IdentityRole, Guid> roles, IdentityUserManager users, IReadOnlyRepository<PermissionGrant, Guid> grants,
    IRepository<PermissionGrant, Guid> writableGrants, IPermissionManager permissions, AdministratorGuard administrators, AdministrationRank rank,
    RightsLedger ledger) : ApplicationService
{
    private const string Roles = RolePermissionValueProvider.ProviderName, Users = UserPermissionValueProvider.ProviderName;

    [Authorize(IdentityPermissions.Roles.ManagePermissions)]
    public virtual async Task<RightsMatrix> GetForRolesAsync(IReadOnlyCollection<Guid> roleIds)
    {
        var found = await AsyncExecuter.ToListAsync((await roles.GetQueryableAsync()).Where(role => roleIds.Contains(role.Id)).OrderBy(role => role.Name));
        var granted = await GrantedAsync(Roles, [.. found.Select(role => role.Name)]);
        return new RightsMatrix(await catalog.GetAsync(Roles), [.. found.Select(role => new RightsHolder(role.Id, role.Name, granted[role.Name].ToHashSet()))], []);
    }

    /// <summary>One column for what he was given himself; beside it what each of his roles gives him.</summary>
    [Authorize(IdentityPermissions.Users.ManagePermissions)]
    public virtual async Task<RightsMatrix> GetForUserAsync(Guid userId)
    {
        var user = await users.GetByIdAsync(userId);
        var roleNames = await users.GetRolesAsync(user);
        var own = await GrantedAsync(Users, [userId.ToString()]);
        var through = await GrantedAsync(Roles, [.. roleNames]);
        return new RightsMatrix(await catalog.GetAsync(Users), [new RightsHolder(userId, user.UserName, own[userId.ToString()].ToHashSet())],
            [.. roleNames.Order(StringComparer.CurrentCulture).Select(role => new RightsHolder(Guid.Empty, role, through[role].ToHashSet()))]);
    }

    /// <returns>How many permissions were given and taken.</returns>
    [Authorize(IdentityPermissions.Roles.ManagePermissions)]
    public virtual async Task<int> ChangeRolesAsync(IReadOnlyCollection<RightChange> changes)
    {
        var ids = changes.Select(change => change.HolderId).Distinct().ToList();
        var found = await AsyncExecuter.ToListAsync((await roles.GetQueryableAsync()).Where(role => ids.Contains(role.Id)));
        return await ChangeAsync(Roles, changes, found.ToDictionary(role => role.Id, role => (role.Name, role.Name)), IdentityPermissions.Roles.Default);
    }

    /// <returns>How many permissions were given and taken.</returns>
    [Authorize(IdentityPermissions.Users.ManagePermissions)]
    public virtual async Task<int> ChangeUserAsync(Guid userId, IReadOnlyCollection<RightChange> changes)
    {
        var user = await users.GetByIdAsync(userId);
        await rank.CheckNotAboveAsync(user);
        return await ChangeAsync(Users, [.. changes.Where(change => change.HolderId == userId)],
            new() { [userId] = (userId.ToString(), user.UserName) }, IdentityPermissions.Users.Default);
    }

    private async Task<int> ChangeAsync(
        string provider, IReadOnlyCollection<RightChange> changes, Dictionary<Guid, (string Key, string Name)> holders, string entity)
    {
        var rights = (await catalog.GetAsync(provider)).SelectMany(group => group.Rights).ToList();
        var granted = await GrantedAsync(provider, [.. holders.Values.Select(holder => holder.Key)]);
        var count = 0;
        await administrators.KeepAsync(async () =>
        {
            foreach (var (id, (key, name)) in holders)
            {
                var plan = RightsPlan.Of(rights, changes.Where(change => change.HolderId == id), granted[key].ToHashSet());
                foreach (var permission in plan.Given) { await permissions.SetAsync(permission, provider, key, true); }
                foreach (var permission in plan.Taken) { await TakeAsync(permission, provider, key, rights); }
                count += plan.Given.Count + plan.Taken.Count;
                if (plan.Given.Count + plan.Taken.Count > 0)
                {
                    ledger.Write(entity, id.ToString(), name, plan.Given.Select(given => "+" + given).Concat(plan.Taken.Select(taken => "-" + taken)));
                }
            }
        });
        return count;
    }

    /// <summary>ABP's manager refuses to touch what a feature switched off; but what goes with its parent goes.</summary>
    private async Task TakeAsync(string permission, string provider, string key, List<Right> rights)
    {
        if (rights.Any(right => right.IsOff && right.Steps.Contains(permission)))
        {
            await writableGrants.DeleteAsync(grant => grant.Name == permission && grant.ProviderName == provider && grant.ProviderKey == key);
            return;
        }
        await permissions.SetAsync(permission, provider, key, false);
    }

    private async Task<ILookup<string, string>> GrantedAsync(string provider, List<string> keys)
    {
        var found = await AsyncExecuter.ToListAsync((await grants.GetQueryableAsync())
            .Where(grant => grant.ProviderName == provider && keys.Contains(grant.ProviderKey))
            .Select(grant => new { grant.ProviderKey, grant.Name }));
        return found.ToLookup(grant => grant.ProviderKey, grant => grant.Name);
    }
}

/// <param name="Through">Whose grants the holder has besides; not changed here.</param>
public record RightsMatrix(IReadOnlyList<RightGroup> Groups, IReadOnlyList<RightsHolder> Holders, IReadOnlyList<RightsHolder> Through);

public record RightsHolder(Guid Id, string Name, IReadOnlySet<string> Granted);

/// <summary>One cell: who, what, to which level. Cells that nobody touched are none of these, so that they keep what somebody else gave meanwhile.</summary>
public record RightChange(Guid HolderId, string Key, int From, int To);
