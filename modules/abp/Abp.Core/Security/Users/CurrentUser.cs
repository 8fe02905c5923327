using System.Security.Claims;
using System.Security.Principal;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Security.Claims;

namespace Volo.Abp.Users;

public class CurrentUser(ICurrentPrincipalAccessor principalAccessor) : ICurrentUser, ITransientDependency
{
    public virtual bool IsAuthenticated => Id.HasValue;
    public virtual Guid? Id => principalAccessor.Principal?.FindUserId();
    public virtual string? UserName => this.FindClaimValue(AbpClaimTypes.UserName);
    public virtual string? Name => this.FindClaimValue(AbpClaimTypes.Name);
    public virtual string? SurName => this.FindClaimValue(AbpClaimTypes.SurName);
    public virtual string? PhoneNumber => this.FindClaimValue(AbpClaimTypes.PhoneNumber);
    public virtual bool PhoneNumberVerified => IsTrue(AbpClaimTypes.PhoneNumberVerified);
    public virtual string? Email => this.FindClaimValue(AbpClaimTypes.Email);
    public virtual bool EmailVerified => IsTrue(AbpClaimTypes.EmailVerified);
    public virtual Guid? TenantId => principalAccessor.Principal?.FindTenantId();
    public virtual string[] Roles => FindClaims(AbpClaimTypes.Role).Select(claim => claim.Value).Distinct().ToArray();

    public virtual Claim? FindClaim(string claimType) => principalAccessor.Principal?.FindFirst(claimType);

    public virtual Claim[] FindClaims(string claimType) => principalAccessor.Principal?.FindAll(claimType).ToArray() ?? [];

    public virtual Claim[] GetAllClaims() => principalAccessor.Principal?.Claims.ToArray() ?? [];

    public virtual bool IsInRole(string roleName) => FindClaims(AbpClaimTypes.Role).Any(claim => claim.Value == roleName);

    private bool IsTrue(string claimType) =>
        string.Equals(this.FindClaimValue(claimType), "true", StringComparison.OrdinalIgnoreCase);
}
