using System.Numerics;

namespace Kernel.Identifiers;

/// <summary>شبا, a bank account's international number.</summary>
public static class IranianIban
{
    public const int Length = 26;

    /// <summary>In groups of four, as it is read and written.</summary>
    /// <param name="iban">In normal form.</param>
    public static string Grouped(string iban) => string.Join(' ', iban.Chunk(4).Select(group => new string(group)));

    public static bool TryNormalize(string? raw, out string iban)
    {
        iban = IdentifierText.Squeeze(raw).ToUpperInvariant();
        return iban.Length == Length
            && iban.StartsWith("IR", StringComparison.Ordinal)
            && IdentifierText.IsDigits(iban.AsSpan(2))
            && BigInteger.Parse($"{iban.AsSpan(4)}1827{iban.AsSpan(2, 2)}") % 97 == 1; // I is 18, R is 27
    }
}
