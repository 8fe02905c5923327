namespace Kernel.Imports;

/// <summary>Rows that are accepted or refused together.</summary>
/// <param name="Key">Their value of the importer's group column; null when the row stands alone.</param>
public record ImportGroup(string? Key, IReadOnlyList<ImportRow> Rows)
{
    /// <summary>Refuses the whole group because of one row, so that all of it is sent again together.</summary>
    public IEnumerable<RowResult> Refuse(ImportRow because, string reasonCode, params (string Name, object Value)[] data) => Rows.Select(row =>
        row == because
            ? RowResult.Refused(row, reasonCode, data)
            : RowResult.Refused(row, KernelErrorCodes.Imports.GroupRefused, ("Line", because.Line)));

    /// <summary>Gives every row the same outcome.</summary>
    public IEnumerable<RowResult> All(RowOutcome outcome) => Rows.Select(row => new RowResult(row, outcome));
}
