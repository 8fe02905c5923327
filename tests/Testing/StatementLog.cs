using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Testing;

/// <summary>Every command that reaches the connection in one flow of execution. A batch counts by its statements.</summary>
public sealed class StatementLog : DbCommandInterceptor
{
    private static readonly AsyncLocal<ConcurrentQueue<string>?> Current = new();

    /// <summary>Statements that <paramref name="act"/> sends.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(Func<Task> act) => [.. (await CommandsOfAsync(act))
        .SelectMany(command => command.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    /// <summary>What <paramref name="act"/> sends at a time, for each of which it waits once: a batch is one.</summary>
    public static async Task<IReadOnlyList<string>> CommandsOfAsync(Func<Task> act)
    {
        var outer = Current.Value;
        var log = Current.Value = new ConcurrentQueue<string>();
        try { await act(); }
        finally { Current.Value = outer; }
        return [.. log];
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Note(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Note(command);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Note(command);
        return result;
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    private static void Note(DbCommand command) => Current.Value?.Enqueue(command.CommandText);
}
