namespace Kernel.Searching;

/// <summary>What a module answers to the one search box of the workspace. A class name ends in <c>SearchSource</c>, so that ABP registers it.</summary>
public interface ISearchSource
{
    /// <param name="text">As typed and trimmed, at least one character; the source folds it for its own keys.</param>
    /// <returns>At most <paramref name="max"/> hits that the reader may see, best first; none without the right to look.</returns>
    Task<IReadOnlyList<SearchHit>> SearchAsync(string text, int max);
}

/// <param name="Group">Title of the group of hits, already in the reader's language: Customers, Invoices.</param>
/// <param name="Sub">What tells two hits of one title apart: a number, a telephone, an amount.</param>
public record SearchHit(string Group, string Icon, string Title, string? Sub, string Url);
