namespace Kernel.Identifiers;

/// <summary>کد ملی, a person's number. A right check digit proves nothing about existence.</summary>
public static class IranianNationalId
{
    public const int Length = 10;

    /// <summary>Pads the leading zeros that people drop. Refuses repeated digits, although their sum is right.</summary>
    public static bool TryNormalize(string? raw, out string nationalId)
    {
        nationalId = IdentifierText.Squeeze(raw);
        if (nationalId.Length is < 8 or > Length || !IdentifierText.IsDigits(nationalId))
        {
            return false;
        }
        nationalId = nationalId.PadLeft(Length, '0');
        return nationalId.AsSpan().ContainsAnyExcept(nationalId[0])
            && nationalId.AsSpan(3, 6).ContainsAnyExcept('0')
            && nationalId[^1] - '0' == CheckDigit(nationalId);
    }

    private static int CheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < Length - 1; i++)
        {
            sum += (digits[i] - '0') * (Length - i);
        }
        var rest = sum % 11;
        return rest < 2 ? rest : 11 - rest;
    }
}
