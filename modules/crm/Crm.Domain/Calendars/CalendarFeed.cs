using System.Security.Cryptography;
using System.Text;
using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Crm.Calendars;

/// <summary>
/// A secret address at which a calendar program reads one user's activities. Only a hash of the secret is kept, so the address is shown
/// once; a new one takes the place of the old.
/// </summary>
public class CalendarFeed : CreationAuditedAggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid UserId { get; private set; }
    public string SecretHash { get; private set; } = null!;

    private CalendarFeed() { } // EF Core

    public CalendarFeed(Guid id, Guid userId, string secret, Guid? tenantId) : base(id)
    {
        (TenantId, UserId) = (tenantId, Check.NotDefaultOrNull<Guid>(userId, nameof(userId)));
        SecretHash = HashOf(secret);
    }

    /// <summary>256 bits, as hexadecimal digits.</summary>
    public static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));
}
