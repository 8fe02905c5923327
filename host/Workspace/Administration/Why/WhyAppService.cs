using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Volo.Abp.Application.Services;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Workspace.Administration.Permissions;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace Workspace.Administration.Why;

/// <summary>Why may, or may not, this person do that? Asked of the same providers that decide it.</summary>
[Authorize(IdentityPermissions.Users.ManagePermissions)]
public class WhyAppService(
    IdentityUserManager users, IUserClaimsPrincipalFactory<IdentityUser> principals, IPermissionDefinitionManager definitions,
    IPermissionValueProviderManager providers, RightsCatalog catalog, IPermissionChecker checker,
    ICurrentPrincipalAccessor current) : ApplicationService
{
    /// <returns>One answer for each level of the right, from the lowest.</returns>
    public virtual async Task<List<PermissionAnswer>> GetAsync(Guid userId, Right right)
    {
        var principal = await principals.CreateAsync(await users.GetByIdAsync(userId));
        using (current.Change(principal))
        {
            var answers = new List<PermissionAnswer>();
            foreach (var name in right.Kind == RightKind.Records ? right.Steps.Prepend(right.Above[^1]) : right.Steps)
            {
                answers.Add(new PermissionAnswer(name, await checker.IsGrantedAsync(principal, name), await ReasonsAsync(principal, name)));
            }
            return answers;
        }
    }

    private async Task<List<Reason>> ReasonsAsync(ClaimsPrincipal principal, string name)
    {
        if (await definitions.GetOrNullAsync(name) is not { } permission) { return [new Reason(ReasonKind.Undefined)]; }
        var reasons = new List<Reason>();
        if (!permission.IsEnabled) { reasons.Add(new Reason(ReasonKind.Disabled)); }
        if (!permission.MultiTenancySide.HasFlag(CurrentTenant.GetMultiTenancySide())) { reasons.Add(new Reason(ReasonKind.OtherSide)); }
        if (await catalog.OffAsync(permission) is { } off) { reasons.Add(new Reason(ReasonKind.FeatureOff, off)); }
        foreach (var provider in providers.ValueProviders.Where(provider => permission.Providers.Count == 0 || permission.Providers.Contains(provider.Name)))
        {
            reasons.AddRange(await ReasonsOfAsync(provider, permission, principal));
        }
        return reasons.Count > 0 ? reasons : [new Reason(ReasonKind.Nothing)];
    }

    private static async Task<List<Reason>> ReasonsOfAsync(IPermissionValueProvider provider, PermissionDefinition permission, ClaimsPrincipal principal) =>
        await provider.CheckAsync(new PermissionValueCheckContext(permission, principal)) switch
        {
            PermissionGrantResult.Prohibited => [new Reason(ReasonKind.Prohibited, provider.Name)],
            PermissionGrantResult.Granted => provider.Name switch
            {
                RolePermissionValueProvider.ProviderName => await RolesThatGrantAsync(provider, permission, principal),
                UserPermissionValueProvider.ProviderName => [new Reason(ReasonKind.Own)],
                var other => [new Reason(ReasonKind.Provider, other)],
            },
            _ => [],
        };

    /// <summary>The provider only says that one of the roles does; asked for each alone it says which.</summary>
    private static async Task<List<Reason>> RolesThatGrantAsync(IPermissionValueProvider provider, PermissionDefinition permission, ClaimsPrincipal principal)
    {
        var reasons = new List<Reason>();
        foreach (var role in principal.FindAll(AbpClaimTypes.Role))
        {
            var alone = new ClaimsPrincipal(new ClaimsIdentity(principal.Claims.Where(claim => claim.Type != AbpClaimTypes.Role).Append(role), "Why"));
            if (await provider.CheckAsync(new PermissionValueCheckContext(permission, alone)) == PermissionGrantResult.Granted)
            {
                reasons.Add(new Reason(ReasonKind.Role, role.Value));
            }
        }
        return reasons;
    }
}

public record PermissionAnswer(string Permission, bool IsGranted, IReadOnlyList<Reason> Reasons);

/// <param name="Who">The role, the provider or the features that the reason names.</param>
public record Reason(ReasonKind Kind, string? Who = null);

public enum ReasonKind
{
    /// <summary>Nobody gave it.</summary>
    Nothing,
    Role,

    /// <summary>Given to the user himself.</summary>
    Own,

    /// <summary>A provider other than ABP's three grants it.</summary>
    Provider,

    /// <summary>A provider forbids it, whoever grants it.</summary>
    Prohibited,
    FeatureOff,

    /// <summary>For the host only, or for organisations only.</summary>
    OtherSide,
    Disabled,
    Undefined
}
