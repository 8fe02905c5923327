using Volo.Abp.Auditing;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.Identity;

public enum IdentityClaimValueType
{
    String,
    Int,
    Boolean,
    DateTime
}

/// <summary>A kind of claim that an administrator may give to users and roles.</summary>
public class IdentityClaimType : AggregateRoot<Guid>, IHasCreationTime
{
    public virtual string Name { get; protected set; }
    public virtual bool Required { get; set; }
    public virtual bool IsStatic { get; protected set; }
    public virtual string Regex { get; set; }
    public virtual string RegexDescription { get; set; }
    public virtual string Description { get; set; }
    public virtual IdentityClaimValueType ValueType { get; set; }
    public virtual DateTime CreationTime { get; protected set; }

    protected IdentityClaimType()
    {
    }
}

/// <summary>Two users who are one person, so that she may change from one to the other.</summary>
public class IdentityLinkUser : BasicAggregateRoot<Guid>
{
    public virtual Guid SourceUserId { get; protected set; }
    public virtual Guid? SourceTenantId { get; protected set; }
    public virtual Guid TargetUserId { get; protected set; }
    public virtual Guid? TargetTenantId { get; protected set; }

    protected IdentityLinkUser()
    {
    }
}

/// <summary>For a time, one user may act for another.</summary>
public class IdentityUserDelegation : BasicAggregateRoot<Guid>, IMultiTenant
{
    public virtual Guid? TenantId { get; protected set; }
    public virtual Guid SourceUserId { get; protected set; }
    public virtual Guid TargetUserId { get; protected set; }
    public virtual DateTime StartTime { get; protected set; }
    public virtual DateTime EndTime { get; protected set; }

    protected IdentityUserDelegation()
    {
    }
}

/// <summary>A device on which a user is signed in.</summary>
public class IdentitySession : BasicAggregateRoot<Guid>, IHasExtraProperties, IMultiTenant
{
    public virtual string SessionId { get; protected set; }
    public virtual string Device { get; protected set; }
    public virtual string DeviceInfo { get; protected set; }
    public virtual Guid? TenantId { get; protected set; }
    public virtual Guid UserId { get; protected set; }
    public virtual string ClientId { get; set; }
    public virtual string IpAddresses { get; protected set; }
    public virtual DateTime SignedIn { get; protected set; }
    public virtual DateTime? LastAccessed { get; protected set; }
    public virtual ExtraPropertyDictionary ExtraProperties { get; protected set; } = [];

    protected IdentitySession()
    {
    }
}

/// <summary>What happened to an account: signed in, locked out, password changed.</summary>
public class IdentitySecurityLog : AggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; protected set; }
    public string ApplicationName { get; protected set; }
    public string Identity { get; protected set; }
    public string Action { get; protected set; }
    public Guid? UserId { get; protected set; }
    public string UserName { get; protected set; }
    public string TenantName { get; protected set; }
    public string ClientId { get; protected set; }
    public string CorrelationId { get; protected set; }
    public string ClientIpAddress { get; protected set; }
    public string BrowserInfo { get; protected set; }
    public DateTime CreationTime { get; protected set; }

    protected IdentitySecurityLog()
    {
    }
}
