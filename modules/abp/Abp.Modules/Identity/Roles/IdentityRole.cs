using System.Security.Claims;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.Identity;

public class IdentityRole : AggregateRoot<Guid>, IMultiTenant, IHasEntityVersion, IHasCreationTime
{
    public virtual Guid? TenantId { get; protected set; }
    public virtual string Name { get; protected internal set; }

    [DisableAuditing]
    public virtual string NormalizedName { get; protected internal set; }
    public virtual ICollection<IdentityRoleClaim> Claims { get; protected set; } = [];

    /// <summary>Given to new users.</summary>
    public virtual bool IsDefault { get; set; }

    /// <summary>Can be neither deleted nor renamed.</summary>
    public virtual bool IsStatic { get; set; }

    /// <summary>Other users may see who has it.</summary>
    public virtual bool IsPublic { get; set; }
    public virtual int EntityVersion { get; protected set; }
    public virtual DateTime CreationTime { get; protected set; }

    protected IdentityRole()
    {
    }

    public IdentityRole(Guid id, string name, Guid? tenantId = null) : base(id)
    {
        Name = Check.NotNull(name, nameof(name));
        TenantId = tenantId;
        NormalizedName = name.ToUpperInvariant();
    }

    public virtual void AddClaim(IGuidGenerator guidGenerator, Claim claim) =>
        Claims.Add(new IdentityRoleClaim(guidGenerator.Create(), Id, claim, TenantId));

    public virtual void AddClaims(IGuidGenerator guidGenerator, IEnumerable<Claim> claims)
    {
        foreach (var claim in claims)
        {
            AddClaim(guidGenerator, claim);
        }
    }

    public virtual IdentityRoleClaim FindClaim(Claim claim) =>
        Claims.FirstOrDefault(known => known.ClaimType == claim.Type && known.ClaimValue == claim.Value);

    public virtual void RemoveClaim(Claim claim) =>
        Claims.RemoveWhere(known => known.ClaimType == claim.Type && known.ClaimValue == claim.Value);

    /// <summary>What the role may do follows its name.</summary>
    public virtual void ChangeName(string name)
    {
        var former = Name;
        Name = Check.NotNullOrWhiteSpace(name, nameof(name));
        AddLocalEvent(new RoleRenamed(this, former));
    }

    public override string ToString() => $"{base.ToString()}, Name = {Name}";
}

internal record RoleRenamed(IdentityRole Role, string FormerName) : IMultiTenant
{
    public Guid? TenantId => Role.TenantId;
}

public class IdentityRoleClaim : IdentityClaim
{
    public virtual Guid RoleId { get; protected set; }

    protected IdentityRoleClaim()
    {
    }

    protected internal IdentityRoleClaim(Guid id, Guid roleId, Claim claim, Guid? tenantId) : base(id, claim, tenantId) => RoleId = roleId;

    public IdentityRoleClaim(Guid id, Guid roleId, string claimType, string claimValue, Guid? tenantId)
        : base(id, claimType, claimValue, tenantId) => RoleId = roleId;
}
