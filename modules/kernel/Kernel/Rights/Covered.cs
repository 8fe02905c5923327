namespace Kernel.Rights;

/// <summary>Masked values: enough to recognise, too little to use.</summary>
public static class Covered
{
    public const string Text = "•••";

    private const int ShownEnd = 4, CoveredBefore = 3;

    /// <summary>+989121234567 becomes +98912•••4567; a short line is covered whole.</summary>
    public static string Phone(string number) => number.Length > 2 * ShownEnd
        ? $"{number[..^(ShownEnd + CoveredBefore)]}{Text}{number[^ShownEnd..]}"
        : Text;

    /// <summary>sara@acme.example becomes s•••@acme.example.</summary>
    public static string Email(string address) => address.IndexOf('@') is > 0 and var at ? $"{address[..1]}{Text}{address[at..]}" : Text;

    /// <summary>Only the last three characters stay; of a short one none.</summary>
    public static string Identifier(string value) => value.Length > 6 ? Text + value[^3..] : Text;

    public static bool Is(string? shown) => shown?.Contains(Text, StringComparison.Ordinal) == true;
}
