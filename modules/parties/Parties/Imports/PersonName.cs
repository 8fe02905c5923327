using Kernel.Texts;

namespace Parties.Imports;

/// <summary>A person's name without title. Files write «مهندس مرضیه رحیمی», «رحیمی، مرضیه» and «رحیمی مرضیه» for one person.</summary>
internal sealed record PersonName(string First, string Last)
{
    private static readonly HashSet<string> Titles = new[]
    {
        "آقا", "آقای", "خانم", "جناب", "سرکار", "مهندس", "دکتر", "استاد", "حاج", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.",
    }.Select(PersianText.SearchKey).ToHashSet();

    public string Full => $"{First} {Last}".Trim();

    /// <returns>Null when nothing but titles is there.</returns>
    public static PersonName? Read(string? text)
    {
        var parts = text?.Split(['،', ',']);
        var words = Words(parts is [var last, var first] ? $"{first} {last}" : text); // a comma: surname first
        return words switch
        {
            [] => null,
            [var only] => new("", only),
            [var given, .. var family] => new(given, string.Join(' ', family)),
        };
    }

    /// <summary>Two names are one when they share a key: words joined or apart, whichever of them comes first.</summary>
    public static IReadOnlyList<string> KeysOf(string name)
    {
        var words = PersianText.SearchKey(name.Replace('\u200C', ' ')).Split(' ');
        Array.Sort(words, StringComparer.Ordinal);
        return [.. new[] { PersianText.CompactKey(name), string.Concat(words) }.Distinct()];
    }

    private static string[] Words(string? text) =>
        [.. (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !Titles.Contains(PersianText.SearchKey(word)))];
}
