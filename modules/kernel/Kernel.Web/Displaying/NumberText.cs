using System.Globalization;
using Kernel.Texts;

namespace Kernel.Displaying;

/// <summary>Reads numbers as people type them, in Persian or Latin signs, grouped or not, with a multiplying word.</summary>
internal static class NumberText
{
    private static readonly (string Word, decimal Factor)[] Factors =
    [
        ("هزار", 1_000m), ("میلیون", 1_000_000m), ("میلیارد", 1_000_000_000m),
        ("thousand", 1_000m), ("million", 1_000_000m), ("billion", 1_000_000_000m),
    ];

    public static bool TryParse(string? text, out decimal number)
    {
        var (digits, factor) = TakeFactor(PersianText.ToAsciiDigits(PersianText.Clean(text)).Trim());
        var plain = Plain(digits);
        if (!decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
            || Math.Abs(number) > 1_000_000_000_000_000_000m / factor)
        {
            number = 0;
            return false;
        }
        number *= factor;
        return true;
    }

    private static (string Digits, decimal Factor) TakeFactor(string text)
    {
        foreach (var (word, factor) in Factors)
        {
            if (text.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return (text[..^word.Length].TrimEnd(), factor);
            }
        }
        return (text, 1);
    }

    /// <returns>Without group signs and with a point; empty when the groups are not of three digits.</returns>
    private static string Plain(string text)
    {
        text = text.Replace('٫', '.').Replace('٬', ',').Replace('،', ',').Replace('\u2212', '-').Replace(' ', ',').Replace('_', ',');
        if (text.Count(c => c == '/') == 1 && !text.Contains('.'))
        {
            text = text.Replace('/', '.');
        }
        var whole = text.Split('.')[0].TrimStart('-', '+').Split(',');
        return whole.Skip(1).All(group => group.Length == 3) ? text.Replace(",", "") : "";
    }
}
