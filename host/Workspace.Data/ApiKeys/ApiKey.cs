using System.Security.Cryptography;
using Volo.Abp;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace Workspace.ApiKeys;

/// <summary>
/// Lets a program act for a user with some of his permissions. The secret is not kept, only its hash; it is 256 random bits, so
/// that a plain hash is enough.
/// </summary>
[Audited]
public class ApiKey : BasicAggregateRoot<Guid>, IMultiTenant
{
    public const int MaxNameLength = 64;
    public const int SecretLength = 32;

    /// <summary>How closely the last use is known: a program that calls all day costs one write in that time.</summary>
    public static readonly TimeSpan UseResolution = TimeSpan.FromMinutes(1);

    public Guid? TenantId { get; private set; }
    public Guid UserId { get; private set; }
    public string Name { get; private set; } = null!;

    [DisableAuditing]
    public byte[] SecretHash { get; private set; } = [];

    /// <summary>Names of permissions, one a line.</summary>
    public string Permissions { get; private set; } = "";

    /// <summary>UTC, as all instants here.</summary>
    public DateTime CreatedAt { get; private set; }
    public DateTime ExpiresAt { get; private set; }
    public DateTime? RevokedAt { get; private set; }

    [DisableAuditing]
    public DateTime? LastUsedAt { get; private set; }

    private ApiKey() { } // EF Core

    /// <param name="secret">Of <see cref="SecretLength"/> random bytes.</param>
    public ApiKey(Guid id, Guid userId, Guid? tenantId, string name, byte[] secret, IEnumerable<string> permissions, DateTime createdAt, DateTime expiresAt) : base(id)
    {
        (UserId, TenantId, CreatedAt) = (userId, tenantId, createdAt);
        Name = Check.NotNullOrWhiteSpace(name, nameof(name), MaxNameLength).Trim();
        SecretHash = SHA256.HashData(secret);
        Permissions = string.Join('\n', permissions.Distinct().Order(StringComparer.Ordinal));
        ExpiresAt = expiresAt > createdAt ? expiresAt : throw new ArgumentOutOfRangeException(nameof(expiresAt));
    }

    public IReadOnlyList<string> PermissionNames => Permissions.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public bool IsUsable(DateTime now) => RevokedAt is null && now < ExpiresAt;

    public bool Matches(ReadOnlySpan<byte> secret) => CryptographicOperations.FixedTimeEquals(SHA256.HashData(secret), SecretHash);

    /// <summary>At once and for ever; a second time changes nothing.</summary>
    public void Revoke(DateTime now) => RevokedAt ??= now;

    /// <returns>False when the use is known well enough already.</returns>
    public bool NoteUse(DateTime now)
    {
        if (LastUsedAt is { } last && now - last < UseResolution) { return false; }
        LastUsedAt = now;
        return true;
    }
}
