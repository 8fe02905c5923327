using System.Globalization;

namespace Kernel.Texts;

public static class WordLists
{
    /// <summary>Words one after another as the current reader's language writes a list: «الف، ب» or "a, b".</summary>
    public static string Listed(this IEnumerable<string> words) =>
        string.Join(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fa" ? "، " : ", ", words);
}
