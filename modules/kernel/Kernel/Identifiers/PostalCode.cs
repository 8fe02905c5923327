namespace Kernel.Identifiers;

/// <summary>کد پستی. Only what all rule sets agree on is checked.</summary>
public static class PostalCode
{
    public const int Length = 10;

    public static bool TryNormalize(string? raw, out string postalCode)
    {
        postalCode = IdentifierText.Squeeze(raw);
        return postalCode.Length == Length && IdentifierText.IsDigits(postalCode) && postalCode[0] is not ('0' or '2');
    }
}
