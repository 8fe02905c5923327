using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Options;
using Npgsql;
using Volo.Abp.Data;
using Volo.Abp.DistributedLocking;
using Workspace.Databases;

namespace Workspace.Nodes;

/// <summary>Locks between nodes, kept by the database they share: a node that dies loses its own at once.</summary>
/// <remarks>
/// A held lock is an open session. When the database ends that session the lock is free while its holder works on: what
/// must not happen twice is guarded in the rows themselves.
/// </remarks>
public class DatabaseLock(DatabaseOptions database, IOptions<AbpDbConnectionOptions> connections) : IAbpDistributedLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private const string PostgreSql = "SELECT pg_try_advisory_lock(hashtextextended(@name, 0))";

    private const string SqlServer =
        "DECLARE @answer int; EXEC @answer = sp_getapplock @Resource = @name, @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = 0; SELECT CAST(CASE WHEN @answer >= 0 THEN 1 ELSE 0 END AS bit)";

    public async Task<IAbpDistributedLockHandle?> TryAcquireAsync(string name, TimeSpan timeout = default, CancellationToken cancellationToken = default)
    {
        var session = Connect();
        try
        {
            await session.OpenAsync(cancellationToken);
            for (var until = DateTime.UtcNow + timeout; !await TakeAsync(session, name, cancellationToken); await Task.Delay(Pause, cancellationToken))
            {
                if (DateTime.UtcNow >= until)
                {
                    await session.DisposeAsync();
                    return null;
                }
            }
            return new Handle(session);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <remarks>Not from the pool, where a session would keep its locks.</remarks>
    private DbConnection Connect()
    {
        var connection = connections.Value.ConnectionStrings.Default;
        return database.Provider == DatabaseProvider.PostgreSql
            ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString)
            : new SqlConnection(new SqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString);
    }

    private async Task<bool> TakeAsync(DbConnection session, string name, CancellationToken cancellationToken)
    {
        await using var command = session.CreateCommand();
        command.CommandText = database.Provider == DatabaseProvider.PostgreSql ? PostgreSql : SqlServer;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@name", "Workspace:" + name);
        command.Parameters.Add(parameter);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private sealed class Handle(DbConnection session) : IAbpDistributedLockHandle
    {
        public ValueTask DisposeAsync() => session.DisposeAsync();
    }
}
