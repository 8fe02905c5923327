using System.Globalization;
using System.Text;
using Kernel.Texts;

namespace Kernel.Identifiers;

/// <summary>What people type around the digits of an identifier.</summary>
internal static class IdentifierText
{
    /// <summary>ASCII digits, no blanks, invisible marks, dashes, dots, slashes or brackets.</summary>
    public static string Squeeze(string? raw)
    {
        var squeezed = new StringBuilder();
        foreach (var c in PersianText.ToAsciiDigits(raw))
        {
            var isDecoration = char.IsWhiteSpace(c) || c is '(' or ')' or '.' or '/' or '_' or '\u0640' || char.GetUnicodeCategory(c)
                is UnicodeCategory.DashPunctuation or UnicodeCategory.Format;
            if (!isDecoration)
            {
                squeezed.Append(c);
            }
        }
        return squeezed.ToString();
    }

    public static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
