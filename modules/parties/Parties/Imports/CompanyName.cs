using System.Text.RegularExpressions;
using Kernel.Texts;

namespace Parties.Imports;

/// <summary>A company's name without its legal form, which files write or leave out: «شرکت … سهامی عام».</summary>
internal sealed partial record CompanyName(string Name)
{
    public string Key => PersianText.CompactKey(Name);

    public static CompanyName? Read(string? text)
    {
        if (text is null)
        {
            return null;
        }
        var name = LegalForm.Replace(text, "").Trim(' ', '\u200C', '-', '(', ')', '،');
        return new(name.Length > 0 ? name : text);
    }

    [GeneratedRegex(@"\A(شرکت|ش\.)[\s\u200C]*|[\s\u200C(]*سهامی[\s\u200C]*(عام|خاص)[\s\u200C)]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex LegalForm { get; }
}
