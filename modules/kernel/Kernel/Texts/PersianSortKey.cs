using System.Text;

namespace Kernel.Texts;

/// <summary>
/// A text that sorts names in the order of the Persian alphabet under any database's collation, SQLite's binary one too.
/// </summary>
public static class PersianSortKey
{
    private const string Alphabet = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی";
    private const string Places = "123456789abcdefghijklmnopqrstuvw";

    /// <param name="maxLength">Longer keys are cut: names that differ only behind the cut sort by what comes next in the index.</param>
    /// <returns>The folded text; a Persian letter is z and its place in the alphabet, after the Latin z, which is z0.</returns>
    public static string Of(string? text, int maxLength)
    {
        var key = new StringBuilder();
        foreach (var c in PersianText.SearchKey(text))
        {
            var place = Alphabet.IndexOf(c);
            _ = place >= 0 ? key.Append('z').Append(Places[place]) : c == 'z' ? key.Append("z0") : key.Append(c);
            if (key.Length >= maxLength)
            {
                return key.ToString(0, maxLength);
            }
        }
        return key.ToString();
    }
}
