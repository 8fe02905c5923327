using System.Security.Claims;
using System.Security.Principal;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.Settings;
using Volo.Abp.Uow;

namespace Workspace.SignIn.TwoFactor;

/// <summary>Marks the cookie of whoever must set two-factor sign-in up before doing anything else.</summary>
public class TwoFactorDemand(
    ISettingProvider settings, IIdentityUserRepository users, ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager) : ITransientDependency
{
    public const string ClaimType = "workspace.due";
    public const string Everyone = "*";
    private const string Value = "two-factor";

    public static bool IsDue(ClaimsPrincipal user) => user.HasClaim(ClaimType, Value);

    /// <summary>Sets the mark or takes it away. Costs a statement only where the setting names one of the user's roles.</summary>
    public virtual async Task MarkAsync(ClaimsPrincipal principal)
    {
        var identity = principal.Identities.First();
        foreach (var mark in identity.FindAll(ClaimType).ToList()) { identity.RemoveClaim(mark); }
        using var tenant = currentTenant.Change(principal.FindTenantId());
        using var unitOfWork = unitOfWorkManager.Begin();
        if (await AsksAsync(principal) && !(await users.GetAsync(principal.FindUserId()!.Value, includeDetails: false)).TwoFactorEnabled)
        {
            identity.AddClaim(new Claim(ClaimType, Value));
        }
        await unitOfWork.CompleteAsync();
    }

    public virtual async Task<bool> AsksAsync(ClaimsPrincipal principal)
    {
        var roles = (await settings.GetOrNullAsync(WorkspaceSettings.TwoFactorRoles) ?? "")
            .Split([',', '،', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return roles.Any(role => role == Everyone || principal.HasClaim(claim => claim.Type == AbpClaimTypes.Role && claim.Value.Equals(role, StringComparison.OrdinalIgnoreCase)));
    }
}
