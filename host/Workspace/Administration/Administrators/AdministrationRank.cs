using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Volo.Abp;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Identity;
using Volo.Abp.Security.Claims;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace Workspace.Administration.Administrators;

/// <summary>Who may reset a password, or see as somebody, must not gain rights of administration by it.</summary>
public class AdministrationRank(
    IPermissionDefinitionManager definitions, IPermissionChecker checker, IUserClaimsPrincipalFactory<IdentityUser> principals,
    ICurrentPrincipalAccessor current) : ITransientDependency
{
    private static readonly string[] Groups =
        [IdentityPermissions.GroupName, WorkspacePermissions.GroupName, "AbpTenantManagement", "FeatureManagement", "SettingManagement"];

    /// <exception cref="BusinessException">The other may administer something that the current user may not.</exception>
    public virtual async Task CheckNotAboveAsync(IdentityUser other)
    {
        var names = (await definitions.GetGroupsAsync()).Where(group => Groups.Contains(group.Name))
            .SelectMany(group => group.GetPermissionsWithChildren()).Select(permission => permission.Name).ToArray();
        var mine = await GrantedAsync(current.Principal, names);
        if ((await GrantedAsync(await principals.CreateAsync(other), names)).Except(mine).Any())
        {
            throw new BusinessException(WorkspaceErrorCodes.MoreRights).WithData("User", other.UserName);
        }
    }

    private async Task<IEnumerable<string>> GrantedAsync(ClaimsPrincipal principal, string[] names) =>
        (await checker.IsGrantedAsync(principal, names)).Result.Where(grant => grant.Value == PermissionGrantResult.Granted).Select(grant => grant.Key);
}
