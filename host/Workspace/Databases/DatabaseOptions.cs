using Volo.Abp.Data;

namespace Workspace.Databases;

public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
    SqlServer
}

/// <summary>Which database the workspace keeps its data in. The connection is <c>ConnectionStrings:Default</c>.</summary>
/// <param name="Provider"><c>Database:Provider</c>; a file of SQLite in the data folder unless another is named.</param>
/// <param name="MigrateAtStart"><c>Database:MigrateAtStart</c>: whether a start may change an outdated database. By default SQLite's only.</param>
public record DatabaseOptions(DatabaseProvider Provider, bool MigrateAtStart)
{
    /// <exception cref="DatabaseRefusedException">The configuration names no known database, or none to connect to.</exception>
    public static DatabaseOptions From(IConfiguration configuration)
    {
        var name = configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider) || !Enum.IsDefined(provider))
        {
            throw new DatabaseRefusedException($"Database:Provider is '{name}'. It can be {string.Join(", ", Enum.GetNames<DatabaseProvider>())}.");
        }
        if (provider != DatabaseProvider.Sqlite && string.IsNullOrWhiteSpace(configuration.GetConnectionString(ConnectionStrings.DefaultConnectionStringName)))
        {
            throw new DatabaseRefusedException($"Database:Provider is {provider}, but ConnectionStrings:Default is not set.");
        }
        return new DatabaseOptions(provider, configuration.GetValue("Database:MigrateAtStart", provider == DatabaseProvider.Sqlite));
    }
}

/// <summary>The workspace cannot work with the database as it is. The message says what to do.</summary>
public class DatabaseRefusedException(string message) : Exception(message);
