using System.Data.Common;
using Kernel.Statements;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Workspace.Databases;

/// <summary>
/// Lets PostgreSQL keep the plan of a statement that says so (<see cref="IStatementPlans"/>). Both settings travel with the statement, and a failure undoes
/// them with it, so nothing of it outlives the transaction.
/// </summary>
internal sealed class PlanOnce : DbCommandInterceptor
{
    public static PlanOnce Instance { get; } = new();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.StartsWith($"-- {StatementPlans.OnceTag}", StringComparison.Ordinal))
        {
            command.CommandText = $"SET plan_cache_mode = force_generic_plan;\n{command.CommandText};\nRESET plan_cache_mode";
        }
        return ValueTask.FromResult(result);
    }
}
