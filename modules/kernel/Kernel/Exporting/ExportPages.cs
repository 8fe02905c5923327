namespace Kernel.Exporting;

/// <summary>Reads a list that pages by key to its end.</summary>
public static class ExportPages
{
    /// <param name="next">The page after a row; the first one after null.</param>
    public static async IAsyncEnumerable<TRow> ReadAsync<TRow>(Func<TRow?, Task<(List<TRow> Rows, bool HasMore)>> next) where TRow : class
    {
        TRow? last = null;
        bool hasMore;
        do
        {
            (var rows, hasMore) = await next(last);
            foreach (var row in rows)
            {
                yield return row;
                last = row;
            }
        }
        while (hasMore);
    }
}
