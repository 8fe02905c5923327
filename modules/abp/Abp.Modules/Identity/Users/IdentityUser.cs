using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.Guids;
using Volo.Abp.Users;

namespace Volo.Abp.Identity;

/// <summary>Somebody who can sign in. Passwords, lock-out and stamps are changed through <see cref="IdentityUserManager"/>.</summary>
public class IdentityUser : FullAuditedAggregateRoot<Guid>, IUser, IHasEntityVersion
{
    public virtual Guid? TenantId { get; protected set; }
    public virtual string UserName { get; protected internal set; }

    [DisableAuditing]
    public virtual string NormalizedUserName { get; protected internal set; }
    public virtual string Name { get; set; }
    public virtual string Surname { get; set; }
    public virtual string Email { get; protected internal set; }

    [DisableAuditing]
    public virtual string NormalizedEmail { get; protected internal set; }
    public virtual bool EmailConfirmed { get; protected internal set; }

    [DisableAuditing]
    public virtual string PasswordHash { get; protected internal set; }

    [DisableAuditing]
    public virtual string SecurityStamp { get; protected internal set; }
    public virtual bool IsExternal { get; set; }
    public virtual string PhoneNumber { get; protected internal set; }
    public virtual bool PhoneNumberConfirmed { get; protected internal set; }
    public virtual bool IsActive { get; protected internal set; }
    public virtual bool TwoFactorEnabled { get; protected internal set; }
    public virtual DateTimeOffset? LockoutEnd { get; protected internal set; }
    public virtual bool LockoutEnabled { get; protected internal set; }
    public virtual int AccessFailedCount { get; protected internal set; }
    public virtual bool ShouldChangePasswordOnNextLogin { get; protected internal set; }
    public virtual int EntityVersion { get; protected set; }
    public virtual DateTimeOffset? LastPasswordChangeTime { get; protected set; }
    public virtual ICollection<IdentityUserRole> Roles { get; protected set; } = [];
    public virtual ICollection<IdentityUserClaim> Claims { get; protected set; } = [];
    public virtual ICollection<IdentityUserLogin> Logins { get; protected set; } = [];
    public virtual ICollection<IdentityUserToken> Tokens { get; protected set; } = [];
    public virtual ICollection<IdentityUserOrganizationUnit> OrganizationUnits { get; protected set; } = [];

    protected IdentityUser()
    {
    }

    public IdentityUser(Guid id, string userName, string email, Guid? tenantId = null) : base(id)
    {
        UserName = Check.NotNull(userName, nameof(userName));
        Email = Check.NotNull(email, nameof(email));
        TenantId = tenantId;
        NormalizedUserName = userName.ToUpperInvariant();
        NormalizedEmail = email.ToUpperInvariant();
        SecurityStamp = Guid.NewGuid().ToString();
        IsActive = true;
    }

    public virtual void AddRole(Guid roleId)
    {
        if (!IsInRole(roleId))
        {
            Roles.Add(new IdentityUserRole(Id, roleId, TenantId));
        }
    }

    public virtual void RemoveRole(Guid roleId) => Roles.RemoveWhere(role => role.RoleId == roleId);

    public virtual bool IsInRole(Guid roleId) => Roles.Any(role => role.RoleId == roleId);

    public virtual void AddClaim(IGuidGenerator guidGenerator, Claim claim) =>
        Claims.Add(new IdentityUserClaim(guidGenerator.Create(), Id, claim, TenantId));

    public virtual void AddClaims(IGuidGenerator guidGenerator, IEnumerable<Claim> claims)
    {
        foreach (var claim in claims)
        {
            AddClaim(guidGenerator, claim);
        }
    }

    public virtual IdentityUserClaim FindClaim(Claim claim) =>
        Claims.FirstOrDefault(known => known.ClaimType == claim.Type && known.ClaimValue == claim.Value);

    public virtual void ReplaceClaim(Claim claim, Claim newClaim)
    {
        foreach (var known in Claims.Where(known => known.ClaimType == claim.Type && known.ClaimValue == claim.Value))
        {
            known.SetClaim(newClaim);
        }
    }

    public virtual void RemoveClaim(Claim claim) =>
        Claims.RemoveWhere(known => known.ClaimType == claim.Type && known.ClaimValue == claim.Value);

    public virtual void RemoveClaims(IEnumerable<Claim> claims)
    {
        foreach (var claim in claims)
        {
            RemoveClaim(claim);
        }
    }

    public virtual void AddLogin(UserLoginInfo login) => Logins.Add(new IdentityUserLogin(Id, login, TenantId));

    public virtual void RemoveLogin(string loginProvider, string providerKey) =>
        Logins.RemoveWhere(login => login.LoginProvider == loginProvider && login.ProviderKey == providerKey);

    public virtual IdentityUserToken FindToken(string loginProvider, string name) =>
        Tokens.FirstOrDefault(token => token.LoginProvider == loginProvider && token.Name == name);

    public virtual void SetToken(string loginProvider, string name, string value)
    {
        if (FindToken(loginProvider, name) is { } token)
        {
            token.Value = value;
        }
        else
        {
            Tokens.Add(new IdentityUserToken(Id, loginProvider, name, value, TenantId));
        }
    }

    public virtual void RemoveToken(string loginProvider, string name) =>
        Tokens.RemoveWhere(token => token.LoginProvider == loginProvider && token.Name == name);

    public virtual void AddOrganizationUnit(Guid organizationUnitId)
    {
        if (!IsInOrganizationUnit(organizationUnitId))
        {
            OrganizationUnits.Add(new IdentityUserOrganizationUnit(Id, organizationUnitId, TenantId));
        }
    }

    public virtual void RemoveOrganizationUnit(Guid organizationUnitId) =>
        OrganizationUnits.RemoveWhere(unit => unit.OrganizationUnitId == organizationUnitId);

    public virtual bool IsInOrganizationUnit(Guid organizationUnitId) =>
        OrganizationUnits.Any(unit => unit.OrganizationUnitId == organizationUnitId);

    public virtual void SetEmailConfirmed(bool confirmed) => EmailConfirmed = confirmed;

    public virtual void SetPhoneNumberConfirmed(bool confirmed) => PhoneNumberConfirmed = confirmed;

    public void SetPhoneNumber(string phoneNumber, bool confirmed) => (PhoneNumber, PhoneNumberConfirmed) = (phoneNumber, confirmed);

    public virtual void SetIsActive(bool isActive) => IsActive = isActive;

    public virtual void SetShouldChangePasswordOnNextLogin(bool shouldChangePasswordOnNextLogin) =>
        ShouldChangePasswordOnNextLogin = shouldChangePasswordOnNextLogin;

    public virtual void SetLastPasswordChangeTime(DateTimeOffset? lastPasswordChangeTime) => LastPasswordChangeTime = lastPasswordChangeTime;

    public override string ToString() => $"{base.ToString()}, UserName = {UserName}";
}
