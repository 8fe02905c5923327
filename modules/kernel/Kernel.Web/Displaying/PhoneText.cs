namespace Kernel.Displaying;

internal static class PhoneText
{
    /// <summary>Iranian numbers in national groups (0912 345 6789, 021 8877 6655), others as they are stored.</summary>
    public static string Format(string? e164) => e164 switch
    {
        null => "",
        ['+', '9', '8', '9', ..] when e164.Length == 13 => $"0{e164[3..6]} {e164[6..9]} {e164[9..]}",
        ['+', '9', '8', ..] when e164.Length == 13 => $"0{e164[3..5]} {e164[5..9]} {e164[9..]}",
        _ => e164,
    };
}
