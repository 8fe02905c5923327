namespace Kernel.Imports;

/// <param name="Options">What was chosen when the import was started.</param>
public record ImportBatch(Guid RunId, IReadOnlyList<ImportGroup> Groups, IReadOnlyDictionary<string, string> Options)
{
    public IEnumerable<ImportRow> Rows => Groups.SelectMany(group => group.Rows);
}
