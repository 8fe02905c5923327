using Volo.Abp.Auditing;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.SecurityLog;

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

    public IdentitySession(
        Guid id, string sessionId, string device, string deviceInfo, Guid userId, Guid? tenantId, string clientId, string ipAddresses,
        DateTime signedIn, DateTime? lastAccessed = null) : base(id)
    {
        (SessionId, Device, DeviceInfo) = (sessionId, device, deviceInfo);
        (UserId, TenantId, ClientId, IpAddresses) = (userId, tenantId, clientId, ipAddresses);
        (SignedIn, LastAccessed) = (signedIn, lastAccessed);
    }

    public void SetSignedInTime(DateTime signedIn) => SignedIn = signedIn;

    public void UpdateLastAccessedTime(DateTime? lastAccessed) => LastAccessed = lastAccessed;

    /// <summary>The oldest are dropped where they do not fit.</summary>
    public void SetIpAddresses(IEnumerable<string> ipAddresses)
    {
        var known = ipAddresses.ToList();
        while (known.Sum(address => address.Length + 1) > 2048)
        {
            known.RemoveAt(0);
        }

        IpAddresses = known.Count == 0 ? null : string.Join(',', known);
    }

    public IEnumerable<string> GetIpAddresses() => IpAddresses?.Split(',', StringSplitOptions.RemoveEmptyEntries).ToList() ?? [];
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

    /// <summary>What is too long is cut: a row that tells less is better than none.</summary>
    public IdentitySecurityLog(IGuidGenerator guidGenerator, SecurityLogInfo securityLogInfo) : base(guidGenerator.Create())
    {
        TenantId = securityLogInfo.TenantId;
        TenantName = Cut(securityLogInfo.TenantName, 64);
        ApplicationName = Cut(securityLogInfo.ApplicationName, 96);
        Identity = Cut(securityLogInfo.Identity, 96);
        Action = Cut(securityLogInfo.Action, 96);
        UserId = securityLogInfo.UserId;
        UserName = Cut(securityLogInfo.UserName, 256);
        CreationTime = securityLogInfo.CreationTime;
        ClientIpAddress = Cut(securityLogInfo.ClientIpAddress, 64);
        ClientId = Cut(securityLogInfo.ClientId, 64);
        CorrelationId = Cut(securityLogInfo.CorrelationId, 64);
        BrowserInfo = Cut(securityLogInfo.BrowserInfo, 512);
        foreach (var (name, value) in securityLogInfo.ExtraProperties)
        {
            ExtraProperties[name] = value;
        }
    }

    private static string Cut(string text, int length) => text?.Length > length ? text[..length] : text;
}
