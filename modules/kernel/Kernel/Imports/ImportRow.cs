using Kernel.Texts;

namespace Kernel.Imports;

/// <summary>One record of the file.</summary>
/// <param name="line">The line in the file at which the record begins, from 1.</param>
/// <param name="fields">All fields as they came, also those of columns the importer does not know.</param>
/// <param name="positions">Where each of the importer's columns stands in <paramref name="fields"/>.</param>
public class ImportRow(long line, IReadOnlyList<string> fields, IReadOnlyDictionary<string, int> positions)
{
    public long Line => line;

    public IReadOnlyList<string> Fields => fields;

    /// <summary>The field as it came, without blanks around; null when it is empty or the file has no such column.</summary>
    public string? this[string column] =>
        positions.TryGetValue(column, out var position) && position < fields.Count && fields[position].Trim() is { Length: > 0 } value ? value : null;

    /// <summary>The field in stored form (<see cref="PersianText.Clean"/>), or null.</summary>
    public string? Text(string column) => PersianText.Clean(this[column]) is { Length: > 0 } text ? text : null;
}
