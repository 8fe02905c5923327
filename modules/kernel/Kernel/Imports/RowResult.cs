namespace Kernel.Imports;

public enum RowOutcome { Created = 1, Updated = 2, Unchanged = 3, Refused = 4 }

/// <param name="ReasonCode">Error code of a refusal; its text is found as that of a business exception.</param>
/// <param name="Data">Fills the places in the reason's text.</param>
public record RowResult(ImportRow Row, RowOutcome Outcome, string? ReasonCode = null, IReadOnlyDictionary<string, object>? Data = null)
{
    public static RowResult Created(ImportRow row) => new(row, RowOutcome.Created);
    public static RowResult Updated(ImportRow row) => new(row, RowOutcome.Updated);
    public static RowResult Unchanged(ImportRow row) => new(row, RowOutcome.Unchanged);

    public static RowResult Refused(ImportRow row, string reasonCode, params (string Name, object Value)[] data) =>
        new(row, RowOutcome.Refused, reasonCode, data.ToDictionary(item => item.Name, item => item.Value));
}
