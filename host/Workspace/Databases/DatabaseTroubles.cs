using System.Data.Common;
using Kernel.Imports;
using Microsoft.Data.Sqlite;
using Npgsql;
using Volo.Abp.DependencyInjection;

namespace Workspace.Databases;

/// <summary>What an operator must end, and people are told in words meanwhile.</summary>
public enum DatabaseTrouble
{
    Unreachable,
    ReadOnly,
    Full
}

/// <summary>Also tells imports what is no fault of their rows.</summary>
[ExposeServices(typeof(IImportTroubles))]
public class DatabaseTroubles : IImportTroubles, ITransientDependency
{
    private const int SqliteReadOnly = 8, SqliteFull = 13, SqliteCannotOpen = 14, NoSpaceOnDevice = 28;

    /// <returns>Null when the failure is none of these.</returns>
    public static DatabaseTrouble? Of(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (OfThis(failure) is { } trouble) { return trouble; }
        }
        return null;
    }

    public bool Contains(Exception failure) => Of(failure) is not null;

    private static DatabaseTrouble? OfThis(Exception failure) => failure switch
    {
        SqliteException { SqliteErrorCode: SqliteReadOnly } => DatabaseTrouble.ReadOnly,
        SqliteException { SqliteErrorCode: SqliteFull } => DatabaseTrouble.Full,
        SqliteException { SqliteErrorCode: SqliteCannotOpen } => DatabaseTrouble.Unreachable,
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => DatabaseTrouble.ReadOnly,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => DatabaseTrouble.Full,
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections
            or PostgresErrorCodes.ObjectNotInPrerequisiteState } => DatabaseTrouble.Unreachable,
        NpgsqlException and not PostgresException => DatabaseTrouble.Unreachable,
        DbException => null,
        IOException { HResult: NoSpaceOnDevice } => DatabaseTrouble.Full,
        _ => null
    };
}
