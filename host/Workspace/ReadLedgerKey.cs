using System.Security.Cryptography;

namespace Workspace;

/// <summary>
/// The key that seals the read ledger's days: <c>Workspace:ReadLedgerKey</c> (base64, 32 bytes; the same on all nodes), or else a
/// file in the data folder, made at the first start.
/// </summary>
public static class ReadLedgerKey
{
    public static byte[] From(IConfiguration configuration, DataFolder data)
    {
        if (configuration["Workspace:ReadLedgerKey"] is { Length: > 0 } configured) { return Convert.FromBase64String(configured); }
        var file = Path.Combine(Directory.CreateDirectory(data.Keys).FullName, "read-ledger.key");
        if (!File.Exists(file)) { File.WriteAllText(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))); }
        return Convert.FromBase64String(File.ReadAllText(file));
    }
}
