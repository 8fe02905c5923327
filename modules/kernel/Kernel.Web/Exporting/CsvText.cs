namespace Kernel.Exporting;

/// <summary>Lines of a CSV file that a spreadsheet reads and does not run.</summary>
public static class CsvText
{
    public static string Line(IEnumerable<string?> values) => string.Join(',', values.Select(Value)) + "\r\n";

    private static string Value(string? value)
    {
        if (string.IsNullOrEmpty(value)) { return ""; }
        // What begins like a formula is taken for one; a telephone or a number is none.
        var isFormula = value[0] is '=' or '@' or '+' or '-' or '\t' or '\r' && !value.Skip(1).All(c => char.IsAsciiDigit(c) || c is '.' or ' ');
        var text = isFormula ? "'" + value : value;
        return text.AsSpan().ContainsAny("\",\r\n;") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
