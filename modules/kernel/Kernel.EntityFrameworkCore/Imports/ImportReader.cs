using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Kernel.Imports;

/// <summary>Reads a file's rows in groups, one at a time. A malformed row comes with its refusal and refuses its group.</summary>
internal sealed class ImportReader(string path, ImportFormat format, string? groupColumn)
{
    /// <param name="Refusals">For every row when one of them is malformed; else null.</param>
    public record Group(ImportGroup Content, IReadOnlyList<RowResult>? Refusals)
    {
        public int Count => Content.Rows.Count;
    }

    private record Row(ImportRow Content, RowResult? Refusal, bool IsGroupKnown);

    /// <param name="skip">Rows that are committed already. A checkpoint never lies inside a group.</param>
    public IEnumerable<Group> Read(long skip)
    {
        var rows = new List<Row>();
        foreach (var row in ReadRows(skip))
        {
            if (rows.Count > 0 && !BelongTogether(rows[^1], row))
            {
                yield return ToGroup(rows);
                rows = [];
            }
            rows.Add(row);
        }
        if (rows.Count > 0)
        {
            yield return ToGroup(rows);
        }
    }

    /// <summary>A row that does not say its group may belong to either neighbour: better to refuse both than to import half an invoice.</summary>
    private bool BelongTogether(Row last, Row next) =>
        groupColumn is not null
        && (!last.IsGroupKnown || !next.IsGroupKnown || (last.Content[groupColumn] is { } key && key == next.Content[groupColumn]));

    private Group ToGroup(List<Row> rows)
    {
        var key = groupColumn is null ? null : rows.Select(row => row.Content[groupColumn]).FirstOrDefault(key => key is not null);
        var group = new ImportGroup(key, rows.ConvertAll(row => row.Content));
        if (rows.Find(row => row.Refusal is not null) is not { } malformed)
        {
            return new Group(group, null);
        }
        return new Group(group, rows.ConvertAll(row =>
            row.Refusal ?? RowResult.Refused(row.Content, KernelErrorCodes.Imports.GroupRefused, ("Line", malformed.Content.Line))));
    }

    private IEnumerable<Row> ReadRows(long skip)
    {
        using var records = new RecordReader(format.Open(path), format.Delimiter);
        using var parser = new CsvParser(records, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = format.Delimiter.ToString(),
            BadDataFound = null, // a bare quotation mark inside a field is text: 12" pipe
        });
        parser.Read(); // the header
        while (parser.Read())
        {
            if (Array.TrueForAll(parser.Record!, string.IsNullOrWhiteSpace))
            {
                continue; // spreadsheets leave such lines at the end
            }
            if (skip-- <= 0)
            {
                yield return ToRow(parser, records);
            }
        }
    }

    private Row ToRow(CsvParser parser, RecordReader records)
    {
        var fields = parser.Record!;
        var row = new ImportRow(records.Line, fields, format.Positions);
        if (records.IsBroken)
        {
            return Malformed(Whole(fields[0]), KernelErrorCodes.Imports.BrokenQuotes);
        }
        if (fields.Length > format.Header.Count && fields.Skip(format.Header.Count).Any(field => field.Length > 0))
        {
            return Malformed(Whole(string.Join(format.Delimiter, fields)), KernelErrorCodes.Imports.WrongFieldCount,
                ("Count", fields.Length), ("Expected", format.Header.Count));
        }
        if (fields.Length < format.Header.Count)
        {
            return Malformed(row, KernelErrorCodes.Imports.WrongFieldCount, ("Count", fields.Length), ("Expected", format.Header.Count));
        }
        return Array.Exists(fields, field => field.Contains('\uFFFD'))
            ? Malformed(row, KernelErrorCodes.Imports.BrokenCharacters)
            : new Row(row, null, IsGroupKnown: true);

        // The user finds the whole line in the first column of the error file.
        ImportRow Whole(string text) => new(records.Line, [text], new Dictionary<string, int>());

        Row Malformed(ImportRow content, string code, params (string, object)[] data) =>
            new(content, RowResult.Refused(content, code, data), IsGroupKnown: groupColumn is not null && content[groupColumn] is not null);
    }
}
