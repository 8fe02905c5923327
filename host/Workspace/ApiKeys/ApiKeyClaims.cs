using System.Security.Claims;

namespace Workspace.ApiKeys;

/// <summary>What tells a program with a key from its user himself.</summary>
internal static class ApiKeyClaims
{
    private const string Key = "workspace.api_key";
    private const string Permission = "workspace.api_key.permission";

    public static ClaimsPrincipal With(this ClaimsPrincipal user, ApiKey key)
    {
        var identity = new ClaimsIdentity(user.Claims, ApiKeyScheme.Name);
        identity.AddClaim(new Claim(Key, key.Id.ToString()));
        identity.AddClaims(key.PermissionNames.Select(name => new Claim(Permission, name)));
        return new ClaimsPrincipal(identity);
    }

    public static bool HasApiKey(this ClaimsPrincipal? principal) => principal?.HasClaim(claim => claim.Type == Key) == true;

    public static bool ApiKeyHas(this ClaimsPrincipal principal, string permission) => principal.HasClaim(Permission, permission);
}
