using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.Identity;

public abstract class IdentityClaim : Entity<Guid>, IMultiTenant
{
    public virtual Guid? TenantId { get; protected set; }
    public virtual string ClaimType { get; protected set; }
    public virtual string ClaimValue { get; protected set; }

    protected IdentityClaim()
    {
    }

    protected internal IdentityClaim(Guid id, Claim claim, Guid? tenantId) : this(id, claim.Type, claim.Value, tenantId)
    {
    }

    protected internal IdentityClaim(Guid id, string claimType, string claimValue, Guid? tenantId) : base(id)
    {
        ClaimType = Check.NotNull(claimType, nameof(claimType));
        ClaimValue = claimValue;
        TenantId = tenantId;
    }

    public virtual Claim ToClaim() => new(ClaimType, ClaimValue);

    public virtual void SetClaim(Claim claim) => (ClaimType, ClaimValue) = (claim.Type, claim.Value);
}

public class IdentityUserClaim : IdentityClaim
{
    public virtual Guid UserId { get; protected set; }

    protected IdentityUserClaim()
    {
    }

    protected internal IdentityUserClaim(Guid id, Guid userId, Claim claim, Guid? tenantId) : base(id, claim, tenantId) => UserId = userId;

    public IdentityUserClaim(Guid id, Guid userId, string claimType, string claimValue, Guid? tenantId)
        : base(id, claimType, claimValue, tenantId) => UserId = userId;
}

public class IdentityUserRole : Entity, IMultiTenant
{
    public virtual Guid? TenantId { get; protected set; }
    public virtual Guid UserId { get; protected set; }
    public virtual Guid RoleId { get; protected set; }

    protected IdentityUserRole()
    {
    }

    protected internal IdentityUserRole(Guid userId, Guid roleId, Guid? tenantId) => (UserId, RoleId, TenantId) = (userId, roleId, tenantId);

    public override object[] GetKeys() => [UserId, RoleId];
}

public class IdentityUserLogin : Entity, IMultiTenant
{
    public virtual Guid? TenantId { get; protected set; }
    public virtual Guid UserId { get; protected set; }
    public virtual string LoginProvider { get; protected set; }
    public virtual string ProviderKey { get; protected set; }
    public virtual string ProviderDisplayName { get; protected set; }

    protected IdentityUserLogin()
    {
    }

    protected internal IdentityUserLogin(Guid userId, string loginProvider, string providerKey, string providerDisplayName, Guid? tenantId)
    {
        UserId = userId;
        LoginProvider = Check.NotNull(loginProvider, nameof(loginProvider));
        ProviderKey = Check.NotNull(providerKey, nameof(providerKey));
        ProviderDisplayName = providerDisplayName;
        TenantId = tenantId;
    }

    protected internal IdentityUserLogin(Guid userId, UserLoginInfo login, Guid? tenantId)
        : this(userId, login.LoginProvider, login.ProviderKey, login.ProviderDisplayName, tenantId)
    {
    }

    public virtual UserLoginInfo ToUserLoginInfo() => new(LoginProvider, ProviderKey, ProviderDisplayName);

    public override object[] GetKeys() => [UserId, LoginProvider];
}

public class IdentityUserToken : Entity, IMultiTenant
{
    public virtual Guid? TenantId { get; protected set; }
    public virtual Guid UserId { get; protected set; }
    public virtual string LoginProvider { get; protected set; }
    public virtual string Name { get; protected set; }
    public virtual string Value { get; set; }

    protected IdentityUserToken()
    {
    }

    protected internal IdentityUserToken(Guid userId, string loginProvider, string name, string value, Guid? tenantId)
    {
        UserId = userId;
        LoginProvider = Check.NotNull(loginProvider, nameof(loginProvider));
        Name = Check.NotNull(name, nameof(name));
        Value = value;
        TenantId = tenantId;
    }

    public override object[] GetKeys() => [UserId, LoginProvider, Name];
}

public class IdentityUserOrganizationUnit : CreationAuditedEntity, IMultiTenant
{
    public virtual Guid? TenantId { get; protected set; }
    public virtual Guid UserId { get; protected set; }
    public virtual Guid OrganizationUnitId { get; protected set; }

    protected IdentityUserOrganizationUnit()
    {
    }

    public IdentityUserOrganizationUnit(Guid userId, Guid organizationUnitId, Guid? tenantId = null) =>
        (UserId, OrganizationUnitId, TenantId) = (userId, organizationUnitId, tenantId);

    public override object[] GetKeys() => [UserId, OrganizationUnitId];
}
