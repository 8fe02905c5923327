using Microsoft.EntityFrameworkCore;
using Workspace.Data;

namespace Workspace.Databases;

/// <summary>The host's context over a database that a command was given, outside the running workspace: no tenant, no rights.</summary>
internal static class DatabaseContexts
{
    private const int LongSeconds = 3_600;

    public static WorkspaceDbContext Open(DatabaseProvider provider, string connection)
    {
        var options = new DbContextOptionsBuilder<WorkspaceDbContext>();
        return new WorkspaceDbContext((provider == DatabaseProvider.Sqlite
            ? options.UseSqlite(connection, sqlite => sqlite.MigrationsAssembly("Workspace.Migrations.Sqlite"))
            : options.UseNpgsql(connection, npgsql => npgsql.MigrationsAssembly("Workspace.Migrations.PostgreSql").CommandTimeout(LongSeconds))).Options);
    }
}
