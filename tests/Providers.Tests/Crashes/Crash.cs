using Benchmarks.DataSet;
using Benchmarks.Measuring;
using Npgsql;

namespace Providers.Tests.Crashes;

/// <summary>A way to kill the server while it is at work.</summary>
/// <returns>What it was doing.</returns>
internal delegate Task<string> Crash(BenchmarkDatabase database, ServerProcess server);

internal static class Crashes
{
    private static readonly Random Random = new();

    /// <summary>Wherever it is.</summary>
    public static async Task<string> AnywhereAsync(BenchmarkDatabase database, ServerProcess server)
    {
        var delay = Random.Next(1500);
        await Task.Delay(delay);
        await server.DisposeAsync();
        return $"anywhere, after {delay} ms";
    }

    /// <summary>In a transaction that has given the invoice its number and waits to write its posting.</summary>
    public static async Task<string> InsideTheWriteAsync(BenchmarkDatabase database, ServerProcess server)
    {
        await using var connection = (NpgsqlConnection)database.Open();
        await using var held = await connection.BeginTransactionAsync();
        await ExecuteAsync(connection, "LOCK TABLE \"AccJournalEntries\" IN SHARE MODE");
        var waiting = await PostgresCluster.AwaitSessionAsync(database.Connection, "wait_event_type = 'Lock' AND query LIKE '%AccJournalEntries%'");
        await server.DisposeAsync();
        return $"inside the write of {waiting} postings";
    }

    /// <summary>When the database has committed and does not say so: it waits for a copy on a server that is none.</summary>
    public static async Task<string> BeforeTheAnswerAsync(BenchmarkDatabase database, ServerProcess server)
    {
        await using var connection = (NpgsqlConnection)database.Open();
        await SetStandbyAsync(connection, "ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
        try
        {
            var waiting = await PostgresCluster.AwaitSessionAsync(database.Connection, "wait_event = 'SyncRep'");
            await server.DisposeAsync();
            return $"between {waiting} commits and their acknowledgement";
        }
        finally
        {
            await SetStandbyAsync(connection, "ALTER SYSTEM RESET synchronous_standby_names");
        }
    }

    private static async Task SetStandbyAsync(NpgsqlConnection connection, string statement)
    {
        await ExecuteAsync(connection, statement);
        await ExecuteAsync(connection, "SELECT pg_reload_conf()");
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }
}
