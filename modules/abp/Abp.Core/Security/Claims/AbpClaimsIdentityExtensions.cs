using System.Security.Claims;
using Volo.Abp.Security.Claims;

namespace System.Security.Principal;

public static class AbpClaimsIdentityExtensions
{
    public static Guid? FindUserId(this ClaimsPrincipal principal) => principal.FindGuid(AbpClaimTypes.UserId);

    public static Guid? FindTenantId(this ClaimsPrincipal principal) => principal.FindGuid(AbpClaimTypes.TenantId);

    public static Guid? FindImpersonatorUserId(this ClaimsPrincipal principal) => principal.FindGuid(AbpClaimTypes.ImpersonatorUserId);

    public static Guid? FindImpersonatorTenantId(this ClaimsPrincipal principal) => principal.FindGuid(AbpClaimTypes.ImpersonatorTenantId);

    public static string? FindClientId(this ClaimsPrincipal principal) => principal.FindFirst(AbpClaimTypes.ClientId)?.Value;

    public static ClaimsIdentity AddIfNotContains(this ClaimsIdentity claimsIdentity, Claim claim)
    {
        if (!claimsIdentity.HasClaim(existing => string.Equals(existing.Type, claim.Type, StringComparison.OrdinalIgnoreCase)))
        {
            claimsIdentity.AddClaim(claim);
        }

        return claimsIdentity;
    }

    public static ClaimsIdentity AddOrReplace(this ClaimsIdentity claimsIdentity, Claim claim)
    {
        foreach (var existing in claimsIdentity.FindAll(claim.Type).ToList())
        {
            claimsIdentity.RemoveClaim(existing);
        }

        claimsIdentity.AddClaim(claim);
        return claimsIdentity;
    }

    private static Guid? FindGuid(this ClaimsPrincipal principal, string claimType) =>
        Guid.TryParse(principal.FindFirst(claimType)?.Value, out var id) ? id : null;
}
