namespace Kernel.Imports;

public enum ImportState { Queued = 1, Running = 2, Completed = 3, Failed = 4, Cancelled = 5 }

/// <param name="Rows">Read and committed so far: the sum of the four outcomes.</param>
/// <param name="RefusedByReason">Count for each reason code.</param>
/// <param name="ErrorFile">Full path of the refused rows on the server; null when there are none.</param>
/// <param name="Failure">Why the file as a whole was refused, in the language of who started it.</param>
public record ImportProgress(
    Guid Id, string Importer, string FileName, ImportState State, long Rows, long Created, long Updated, long Unchanged, long Refused,
    IReadOnlyDictionary<string, long> RefusedByReason, string? Encoding, string? Delimiter, DateTime? StartedAt, DateTime? FinishedAt,
    string? ErrorFile, string? Failure)
{
    public bool IsFinished => State is ImportState.Completed or ImportState.Failed or ImportState.Cancelled;
}
