using System.Buffers.Text;
using System.Security.Cryptography;

namespace Workspace.ApiKeys;

/// <summary>A key as a program sends it: whose tenant, which key, and the secret, in letters that need no quoting anywhere.</summary>
/// <param name="TenantId">Null for the workspace's own administrators.</param>
public sealed record ApiKeyText(Guid? TenantId, Guid Id, byte[] Secret)
{
    // Names the kind, so that a scanner finds keys that were published by mistake.
    private const string Prefix = "wsk_";
    private const int Length = 16 + 16 + ApiKey.SecretLength;

    public static ApiKeyText Make(Guid? tenantId, Guid id) => new(tenantId, id, RandomNumberGenerator.GetBytes(ApiKey.SecretLength));

    public override string ToString() =>
        Prefix + Base64Url.EncodeToString([.. (TenantId ?? Guid.Empty).ToByteArray(), .. Id.ToByteArray(), .. Secret]);

    /// <returns>Null when it is no key of ours.</returns>
    public static ApiKeyText? Parse(string? text)
    {
        Span<byte> bytes = stackalloc byte[Length];
        if (text?.StartsWith(Prefix, StringComparison.Ordinal) != true || !Base64Url.IsValid(text.AsSpan(Prefix.Length), out var length) || length != Length) { return null; }
        Base64Url.DecodeFromChars(text.AsSpan(Prefix.Length), bytes);
        var tenant = new Guid(bytes[..16]);
        return new ApiKeyText(tenant == Guid.Empty ? null : tenant, new Guid(bytes[16..32]), bytes[32..].ToArray());
    }
}
