using System.Security.Claims;
using System.Security.Principal;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Volo.Abp.Security.Claims;

namespace Volo.Abp.Identity;

/// <summary>The claims that a signed-in user carries: also tenant, names and how to reach him.</summary>
internal class AbpUserClaimsPrincipalFactory(
    UserManager<IdentityUser> userManager, RoleManager<IdentityRole> roleManager, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<IdentityUser, IdentityRole>(userManager, roleManager, options)
{
    public override async Task<ClaimsPrincipal> CreateAsync(IdentityUser user)
    {
        var principal = await base.CreateAsync(user);
        var identity = principal.Identities.First();
        Add(identity, AbpClaimTypes.TenantId, user.TenantId?.ToString());
        Add(identity, AbpClaimTypes.Name, user.Name);
        Add(identity, AbpClaimTypes.SurName, user.Surname);
        Add(identity, AbpClaimTypes.PhoneNumber, user.PhoneNumber);
        Add(identity, AbpClaimTypes.PhoneNumberVerified, user.PhoneNumberConfirmed.ToString());
        Add(identity, AbpClaimTypes.Email, user.Email);
        Add(identity, AbpClaimTypes.EmailVerified, user.EmailConfirmed.ToString());
        return principal;
    }

    private static void Add(ClaimsIdentity identity, string type, string value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            identity.AddIfNotContains(new Claim(type, value));
        }
    }
}
