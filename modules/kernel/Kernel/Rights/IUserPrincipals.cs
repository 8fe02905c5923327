using System.Security.Claims;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;

namespace Kernel.Rights;

/// <summary>A user as he would be signed in now, for work that is done later in his name: the host knows.</summary>
public interface IUserPrincipals
{
    /// <returns>Null for a user who is gone or may no longer sign in.</returns>
    Task<ClaimsPrincipal?> FindAsync(Guid userId);
}

/// <summary>A user without roles, where no host says more.</summary>
[Dependency(TryRegister = true)]
public class BareUserPrincipals(ICurrentTenant tenant) : IUserPrincipals, ITransientDependency
{
    public Task<ClaimsPrincipal?> FindAsync(Guid userId)
    {
        var identity = new ClaimsIdentity();
        identity.AddClaim(new Claim(AbpClaimTypes.UserId, userId.ToString()));
        if (tenant.Id is { } tenantId)
        {
            identity.AddClaim(new Claim(AbpClaimTypes.TenantId, tenantId.ToString()));
        }
        return Task.FromResult<ClaimsPrincipal?>(new ClaimsPrincipal(identity));
    }
}
