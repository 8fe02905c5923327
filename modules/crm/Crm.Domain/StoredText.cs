using Kernel.Texts;
using Volo.Abp;

namespace Crm;

/// <summary>Text as it is stored: folded once at the door, nothing instead of blanks.</summary>
internal static class StoredText
{
    public static string Required(string? text, string name, int maxLength) =>
        PersianText.Clean(Check.NotNullOrWhiteSpace(text, name, maxLength)).Trim();

    public static string? Optional(string? text, string name, int maxLength) =>
        string.IsNullOrWhiteSpace(text) ? null : Required(text, name, maxLength);
}
