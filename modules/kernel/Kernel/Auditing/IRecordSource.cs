namespace Kernel.Auditing;

/// <summary>
/// A module's records by id, for pages that speak of records of every kind. A class that implements it ends its name in
/// <c>RecordSource</c>, else it is not found.
/// </summary>
public interface IRecordSource
{
    /// <returns>Those of the module that the current user may see; in one statement.</returns>
    Task<IReadOnlyList<RecordName>> GetAsync(IReadOnlyCollection<Guid> ids);
}

/// <param name="Name">As people call it: a name, or kind and number.</param>
public record RecordName(Guid Id, string Name, string Url);

/// <summary>Where the history of a record is shown.</summary>
public static class RecordHistory
{
    public const string Permission = "Workspace.History";

    public static string Url(Guid id) => $"/History/{id}";
}
