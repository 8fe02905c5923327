using System.Text;

namespace Kernel.Texts;

/// <summary>
/// Persian text is folded once at the door. The stored form is what people see; the search key is what machines compare.
/// </summary>
public static class PersianText
{
    private const char Joiner = '\u200C'; // zero-width non-joiner: نیم‌فاصله

    /// <summary>
    /// The stored form: Persian ye and kaf, no presentation forms, tatweel or invisible marks, single blanks, none of them
    /// beside a zero-width non-joiner. Digits stay as typed; line breaks stay.
    /// </summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }
        text = Compose(text);
        var clean = new StringBuilder(text.Length);
        foreach (var raw in text)
        {
            var c = raw switch { '\u064A' or '\u0649' => 'ی', '\u0643' => 'ک', _ when IsBlank(raw) => ' ', _ => raw };
            if (IsSpacing(c) && clean.Length > 0 && IsSpacing(clean[^1]) && (c, clean[^1]) != ('\n', '\n'))
            {
                clean[^1] = Stronger(clean[^1], c);
                continue;
            }
            clean.Append(c);
        }
        return clean.ToString().Trim(' ', '\n', Joiner);
    }

    /// <summary>Folded for search, words kept and parted by one blank: آ becomes ا, ۵ becomes 5, A becomes a.</summary>
    public static string SearchKey(string? text) => Fold(text, keepWords: true);

    /// <summary>As <see cref="SearchKey"/> without blanks, so that «علی رضا» finds «علی‌رضا» and «علیرضا».</summary>
    public static string CompactKey(string? text) => Fold(text, keepWords: false);

    /// <summary>Persian and Arabic digits to 0–9, their decimal point, thousands mark and percent sign to . , %.</summary>
    public static string ToAsciiDigits(string? text) => Map(text, ToAscii);

    public static string ToPersianDigits(string? text) => Map(text, c => c is >= '0' and <= '9' ? (char)(c - '0' + '۰') : c);

    private static string Fold(string? text, bool keepWords)
    {
        var clean = Clean(text);
        var key = new StringBuilder(clean.Length);
        foreach (var raw in clean)
        {
            if (raw is Joiner or 'ء' or (>= '\u064B' and <= '\u0655') or '\u0670')
            {
                continue;
            }
            if (raw is ' ' or '\n')
            {
                if (keepWords && key.Length > 0 && key[^1] != ' ')
                {
                    key.Append(' ');
                }
                continue;
            }
            key.Append(raw switch
            {
                'آ' or 'أ' or 'إ' or 'ٱ' => 'ا',
                'ؤ' => 'و',
                'ئ' => 'ی',
                'ة' or 'ۀ' => 'ه',
                _ => char.ToLowerInvariant(ToAscii(raw)),
            });
        }
        return key.ToString().TrimEnd(' ');
    }

    /// <summary>
    /// Without invisible marks, presentation forms as the letters they show, letters that came in several code points as one
    /// (ا + ٓ is آ). Half a character becomes U+FFFD, as a UTF-8 encoder would write it.
    /// </summary>
    private static string Compose(string text)
    {
        if (text.Any(c => IsDropped(c) || IsPresentationForm(c)))
        {
            var visible = text.Select(c => IsPresentationForm(c) ? c.ToString().Normalize(NormalizationForm.FormKC) : c.ToString());
            text = new string([.. string.Concat(visible).Where(c => !IsDropped(c))]);
        }
        if (text.Any(char.IsSurrogate))
        {
            text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        }
        return text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
    }

    // The byte order mark U+FEFF lies in the second block and is dropped later.
    private static bool IsPresentationForm(char c) => c is (>= '\uFB50' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');

    private static bool IsDropped(char c) =>
        c is '\r' or '\u200B' or (>= '\u200D' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or '\u0640';

    private static bool IsBlank(char c) => c == '\t' || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.SpaceSeparator;

    private static bool IsSpacing(char c) => c is ' ' or '\n' or Joiner;

    /// <summary>Of two neighbours one stays: a line break before a non-joiner before a blank. Only line breaks may follow one another.</summary>
    private static char Stronger(char left, char right) =>
        left == '\n' || right == '\n' ? '\n' : left == Joiner || right == Joiner ? Joiner : ' ';

    private static char ToAscii(char c) => c switch
    {
        >= '۰' and <= '۹' => (char)(c - '۰' + '0'),
        >= '\u0660' and <= '\u0669' => (char)(c - '\u0660' + '0'),
        '\u066B' => '.',
        '\u066C' => ',',
        '\u066A' => '%',
        _ => c,
    };

    private static string Map(string? text, Func<char, char> map) =>
        string.IsNullOrEmpty(text) ? "" : string.Create(text.Length, (text, map), static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = source.map(source.text[i]);
            }
        });
}
