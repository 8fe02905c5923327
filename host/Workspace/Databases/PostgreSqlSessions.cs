using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;
using Volo.Abp.EntityFrameworkCore.DependencyInjection;

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
