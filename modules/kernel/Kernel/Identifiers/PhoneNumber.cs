using System.Text.RegularExpressions;

namespace Kernel.Identifiers;

/// <summary>Telephone numbers in E.164: +989123456789.</summary>
public static partial class PhoneNumber
{
    /// <summary>A plus sign and at most 15 digits.</summary>
    public const int MaxLength = 16;

    /// <summary>
    /// Accepts Iranian mobiles with +98, 0098, 98, 0 or no prefix, landlines with their province's code, and numbers of other
    /// countries that begin with + or 00. Short national lines have no normal form and are refused.
    /// </summary>
    public static bool TryNormalize(string? raw, out string e164)
    {
        var number = IdentifierText.Squeeze(raw);
        e164 = Mobile.Match(number) is { Success: true } mobile ? "+98" + mobile.Groups[1].Value
            : Landline.Match(number) is { Success: true } landline ? "+98" + landline.Groups[1].Value
            : International.Match(number) is { Success: true } international ? "+" + international.Groups[1].Value
            : "";
        return e164.Length > 0;
    }

    public static bool IsMobile(string e164) => e164.Length == 13 && e164.StartsWith("+989", StringComparison.Ordinal);

    /// <returns>0912 345 6789 or 021 8888 8888 for Iranian numbers, others as they are. Always read from left to right.</returns>
    public static string Format(string e164) =>
        IsMobile(e164) ? $"0{e164.AsSpan(3, 3)} {e164.AsSpan(6, 3)} {e164.AsSpan(9)}"
        : e164.Length == 13 && e164.StartsWith("+98", StringComparison.Ordinal) ? $"0{e164.AsSpan(3, 2)} {e164.AsSpan(5, 4)} {e164.AsSpan(9)}"
        : e164;

    // Unknown 09xx are accepted: numbers move between operators and new families open.
    [GeneratedRegex(@"\A(?:\+98|0098|98|0)?(9[0-9]{9})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Mobile { get; }

    // One code for each of the 31 provinces.
    [GeneratedRegex(@"\A(?:\+98|0098|98|0)((?:11|13|17|21|23|24|25|26|28|31|34|35|38|41|44|45|51|54|56|58|61|66|71|74|76|77|81|83|84|86|87)[0-9]{8})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Landline { get; }

    [GeneratedRegex(@"\A(?:\+|00)((?!98)[1-9][0-9]{6,14})\z", RegexOptions.CultureInvariant)]
    private static partial Regex International { get; }
}
