namespace Kernel.Identifiers;

/// <summary>شناسه ملی, the number of a legal person in Iran.</summary>
public static class CompanyNationalId
{
    public const int Length = 11;
    private static readonly int[] Weights = [29, 27, 23, 19, 17];

    public static bool TryNormalize(string? raw, out string companyId)
    {
        companyId = IdentifierText.Squeeze(raw);
        return companyId.Length == Length
            && IdentifierText.IsDigits(companyId)
            && companyId.AsSpan(3, 6).ContainsAnyExcept('0')
            && companyId[^1] - '0' == CheckDigit(companyId);
    }

    private static int CheckDigit(string digits)
    {
        var offset = digits[9] - '0' + 2;
        var sum = 0;
        for (var i = 0; i < Length - 1; i++)
        {
            sum += (digits[i] - '0' + offset) * Weights[i % Weights.Length];
        }
        return sum % 11 % 10;
    }
}
