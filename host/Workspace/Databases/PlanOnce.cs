using System.Data.Common;
using Kernel.Statements;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Workspace.Databases;

/// <summary>
/// Lets PostgreSQL keep the plan of a statement that says so (<see cref="IStatementPlans"/>). The settings travel with the statement, and a failure undoes
/// them with it, so nothing of them outlives the transaction.
/// </summary>
internal sealed class PlanOnce : DbCommandInterceptor
{
    public static PlanOnce Instance { get; } = new();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.StartsWith($"-- {StatementPlans.OnceTag}", StringComparison.Ordinal))
        {
            // A plan without values takes a range for a two-hundredth of the table, and would rather read all of a million others than look up so many.
            command.CommandText = $"SET plan_cache_mode = force_generic_plan;\nSET enable_seqscan = off;\n{command.CommandText};\nRESET enable_seqscan;\nRESET plan_cache_mode";
        }
        return ValueTask.FromResult(result);
    }
}
