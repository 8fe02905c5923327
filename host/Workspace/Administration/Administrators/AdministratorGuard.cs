using Volo.Abp;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Identity;
using Volo.Abp.Linq;
using Volo.Abp.PermissionManagement;
using Volo.Abp.Uow;

namespace Workspace.Administration.Administrators;

/// <summary>
/// An organisation never loses its last administrator: somebody who may sign in and may give rights, by a role of his own, a
/// role of his unit, or himself.
/// </summary>
public class AdministratorGuard(
    IRepository<IdentityUser, Guid> users, IRepository<IdentityRole, Guid> roles, IRepository<OrganizationUnit, Guid> units,
    IReadOnlyRepository<PermissionGrant, Guid> grants, IGuidGenerator guids, IAsyncQueryableExecuter executer,
    IUnitOfWorkManager unitOfWorkManager) : ITransientDependency
{
    public const string Right = IdentityPermissions.Users.ManagePermissions;

    /// <summary>Makes a change that may take rights away.</summary>
    /// <exception cref="BusinessException">Nobody would be left; the caller's transaction is not to be committed.</exception>
    /// <exception cref="AbpDbConcurrencyException">Somebody else made such a change at the same time.</exception>
    public virtual async Task KeepAsync(Func<Task> change)
    {
        var before = await SourcesAsync();
        var hadOne = await IsAnybodyLeftAsync(before);
        await MarkAsync(before);
        await change();
        await unitOfWorkManager.Current!.SaveChangesAsync();
        if (hadOne && !await IsAnybodyLeftAsync(await SourcesAsync()))
        {
            throw new BusinessException(WorkspaceErrorCodes.LastAdministrator);
        }
    }

    /// <summary>
    /// Every role and user that carries the right is changed, so that of two changes that each rely on the other's
    /// administrator the later one meets a changed row and fails.
    /// </summary>
    private async Task MarkAsync(Sources sources)
    {
        var carriers = (await roles.GetListAsync(role => sources.RoleIds.Contains(role.Id))).Cast<IHasExtraProperties>()
            .Concat(await users.GetListAsync(user => sources.UserIds.Contains(user.Id)));
        foreach (var carrier in carriers)
        {
            carrier.SetProperty("AdministrationRevision", guids.Create().ToString("N"));
        }
        await unitOfWorkManager.Current!.SaveChangesAsync();
    }

    private async Task<bool> IsAnybodyLeftAsync(Sources sources)
    {
        var unitIds = (await units.GetQueryableAsync()).Where(unit => unit.Roles.Any(role => sources.RoleIds.Contains(role.RoleId))).Select(unit => unit.Id);
        var candidates = await executer.ToListAsync((await users.GetQueryableAsync())
            .Where(user => user.IsActive && (sources.UserIds.Contains(user.Id)
                || user.Roles.Any(role => sources.RoleIds.Contains(role.RoleId))
                || user.OrganizationUnits.Any(unit => unitIds.Contains(unit.OrganizationUnitId))))
            .Select(user => user.LockoutEnd));
        return candidates.Any(lockedUntil => !(lockedUntil > DateTimeOffset.UtcNow));
    }

    private async Task<Sources> SourcesAsync()
    {
        var carried = await grants.GetListAsync(grant => grant.Name == Right);
        var names = carried.Where(grant => grant.ProviderName == RolePermissionValueProvider.ProviderName).Select(grant => grant.ProviderKey).ToList();
        var userIds = carried.Where(grant => grant.ProviderName == UserPermissionValueProvider.ProviderName).Select(grant => Guid.Parse(grant.ProviderKey)).ToList();
        var roleIds = await executer.ToListAsync((await roles.GetQueryableAsync()).Where(role => names.Contains(role.Name)).Select(role => role.Id));
        return new Sources(roleIds, userIds);
    }

    private sealed record Sources(List<Guid> RoleIds, List<Guid> UserIds);
}
