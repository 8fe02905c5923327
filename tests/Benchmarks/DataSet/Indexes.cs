using System.Data.Common;

namespace Benchmarks.DataSet;

/// <summary>PostgreSQL's indexes of the tables that are loaded, primary keys apart: taken away for the load and made anew after it, all in its transaction.</summary>
internal static class Indexes
{
    private const string Memory = "512MB";

    private static readonly string[] Loaded = ["Pty", "Crm", "Sal", "Acc"];

    /// <returns>How to make them again.</returns>
    public static async Task<List<string>> TakeAwayAsync(DbConnection connection)
    {
        var found = new List<(string Name, string Definition)>();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = $"""
                SELECT i.indexname, i.indexdef FROM pg_indexes i WHERE i.schemaname = 'public' AND substr(i.tablename, 1, 3) IN ({string.Join(", ", Loaded.Select(prefix => $"'{prefix}'"))})
                AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = quote_ident(i.indexname)::regclass)
                """;
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) { found.Add((reader.GetString(0), reader.GetString(1))); }
        }
        foreach (var (name, _) in found) { await ExecuteAsync(connection, $"DROP INDEX \"{name}\""); }
        return found.ConvertAll(index => index.Definition);
    }

    public static async Task MakeAsync(DbConnection connection, List<string> definitions)
    {
        await ExecuteAsync(connection, $"SET LOCAL maintenance_work_mem = '{Memory}'");
        foreach (var definition in definitions) { await ExecuteAsync(connection, definition); }
    }

    private static async Task ExecuteAsync(DbConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (statement, BenchmarkDatabase.LongSeconds);
        await command.ExecuteNonQueryAsync();
    }
}
