namespace Kernel.Reading;

/// <summary>
/// Who read what: the reads that ABP's audit log does not know. Who, when (UTC), under which tenant and from where is added
/// by the ledger. Entries are chained by hash for each tenant and day.
/// </summary>
public interface IReadLedger
{
    /// <summary>Committed before it returns, in a transaction of its own: what is not written is not served. For exports and reveals.</summary>
    Task WriteAsync(ReadEntry entry);

    /// <summary>Written within a second by one writer; a crash may lose that second and leaves a visible gap. For views and searches.</summary>
    void Append(ReadEntry entry);
}

/// <param name="Entity">The permission to see records of the kind, such as <c>Parties.Parties</c>; or what else was read.</param>
/// <param name="EntityId">Null for a list.</param>
/// <param name="Field">The field that was revealed.</param>
/// <param name="Rows">How many records were served.</param>
/// <param name="Detail">Such as the words of a search or the filter of an export; at most 500 characters are kept.</param>
public record ReadEntry(ReadKind Kind, string Entity, string? EntityId = null, string? Field = null, int Rows = 1, string? Detail = null);

public enum ReadKind
{
    View = 1,
    List = 2,
    Search = 3,
    Export = 4,
    Print = 5,

    /// <summary>A masked field was uncovered.</summary>
    Reveal = 6,

    SignIn = 10,
    SignInFailed = 11,
    SignOut = 12,

    /// <summary>An administrator looked at the workspace as somebody else.</summary>
    SeeAs = 13,

    /// <summary>Permissions, roles or record and field rights were changed.</summary>
    RightsChange = 14
}
