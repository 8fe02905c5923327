using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;
using Volo.Abp.EntityFrameworkCore.DependencyInjection;
using Workspace.Data;

namespace Workspace.Databases;

/// <summary>How the workspace talks to PostgreSQL. What the connection string says itself holds.</summary>
public static class PostgreSqlSessions
{
    private const int Statements = 200;

    private static readonly ConcurrentDictionary<string, string> Known = new();

    public static void Use(AbpDbContextConfigurationContext context, Action<NpgsqlDbContextOptionsBuilder> configure)
    {
        if (context.ExistingConnection is { } connection) { context.DbContextOptions.UseNpgsql(connection, configure); }
        else { context.DbContextOptions.UseNpgsql(Known.GetOrAdd(context.ConnectionString, Complete), configure); }
        context.DbContextOptions.AddInterceptors(PlanOnce.Instance);
    }

    /// <summary>Opens the first session beside a start of a published workspace, which has a processor to spare then. What fails here fails again where the start needs it, and is told there.</summary>
    public static async Task AwakeAsync(Task<IModel?> compiled, string? connectionString)
    {
        try
        {
            if (await compiled is not { } model || connectionString is null) { return; }
            await using var context = new WorkspaceDbContext(new DbContextOptionsBuilder<WorkspaceDbContext>().UseModel(model).UseNpgsql(Complete(connectionString)).Options);
            await context.Database.OpenConnectionAsync();
        }
        catch (Exception failure) when (failure is DbException or ArgumentException or InvalidOperationException or TimeoutException)
        {
            // Told by the start itself.
        }
    }

    /// <summary>
    /// Statements that come again are prepared: PostgreSQL plans them once a session instead of every time, which is half of its work for a page.
    /// None is compiled to machine code: our statements take milliseconds, and to compile one that looks dear takes twenty.
    /// Nothing that the workspace sends to a pooled session outlives its transaction, so none is reset when it goes back to the pool.
    /// </summary>
    public static string Complete(string connectionString)
    {
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString }.Keys.Cast<string>().Select(key => key.Replace(" ", "")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var session = new NpgsqlConnectionStringBuilder(connectionString);
        if (!given.Contains(nameof(session.MaxAutoPrepare))) { session.MaxAutoPrepare = Statements; }
        if (!given.Contains(nameof(session.NoResetOnClose))) { session.NoResetOnClose = true; }
        if (!given.Contains(nameof(session.Options))) { session.Options = "-c jit=off"; }
        return session.ConnectionString;
    }
}
