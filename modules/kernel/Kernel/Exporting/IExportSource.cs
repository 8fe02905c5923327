using Volo.Abp.Localization;

namespace Kernel.Exporting;

/// <summary>
/// A list that can be taken out of the workspace as a file. It reads through the same service as the list's page, so that
/// record and field rights hold. A class that implements it ends its name in <c>ExportSource</c>, else it is not found.
/// </summary>
public interface IExportSource
{
    /// <summary>In the page's address and the file's name: <c>parties</c>.</summary>
    string Name { get; }

    /// <summary>The permission to see records of the kind.</summary>
    string Entity { get; }

    /// <summary>The permission to export them.</summary>
    string Permission { get; }
    ILocalizableString DisplayName { get; }

    /// <summary>Heads of the columns, in the reader's language.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <param name="filter">As the list's page takes it from its address.</param>
    Task<int> CountAsync(IReadOnlyDictionary<string, string> filter);

    /// <summary>Row by row in the list's order, read page by page.</summary>
    IAsyncEnumerable<IReadOnlyList<string?>> ReadAsync(IReadOnlyDictionary<string, string> filter);
}
