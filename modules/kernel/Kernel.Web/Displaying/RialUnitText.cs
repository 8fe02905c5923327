namespace Kernel.Displaying;

internal static class RialUnitText
{
    private static readonly (string Word, RialUnit Unit)[] Words =
        [("ریال", RialUnit.Rial), ("تومان", RialUnit.Toman), ("تومن", RialUnit.Toman), ("rials", RialUnit.Rial), ("rial", RialUnit.Rial), ("IRR", RialUnit.Rial), ("tomans", RialUnit.Toman), ("toman", RialUnit.Toman)];

    /// <returns>The text without a unit's word at its end, and that unit if it had one.</returns>
    public static (string Text, RialUnit? Unit) Take(string text)
    {
        text = text.Trim();
        foreach (var (word, unit) in Words)
        {
            if (text.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return (text[..^word.Length].TrimEnd(), unit);
            }
        }
        return (text, null);
    }
}
