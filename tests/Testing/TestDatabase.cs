using Kernel.Reading;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Volo.Abp.Data;
using Volo.Abp.MultiTenancy;
using Workspace.Databases;

namespace Testing;

/// <summary>A copy of the template for one test, chosen by the flow of execution.</summary>
public sealed class TestDatabase : IDisposable
{
    private static readonly AsyncLocal<string?> Current = new();
    private static readonly AsyncLocal<ReadQueue?> CurrentReads = new();
    private static readonly ReadQueue TemplatesReads = new();

    /// <summary>What was read in this flow of execution and is not yet in its database's ledger.</summary>
    internal static ReadQueue Reads => CurrentReads.Value ?? TemplatesReads;

    /// <summary>Connection string of the database that this flow of execution works on; null for the template.</summary>
    internal static string? Chosen => Current.Value;

    private readonly DatabaseProvider _provider;

    public TestDatabase(WorkspaceApp app)
    {
        _provider = app.Provider;
        ConnectionString = app.CopyDatabase();
        Current.Value = ConnectionString;
        CurrentReads.Value = new ReadQueue();
    }

    public string ConnectionString { get; }

    public void Dispose()
    {
        if (_provider == DatabaseProvider.PostgreSql)
        {
            PostgresCluster.Instance.Drop(ConnectionString);
        }
        else
        {
            SqliteConnection.ClearPool(new SqliteConnection(ConnectionString));
        }
        Current.Value = null;
    }

    /// <summary>The shared database is the test's copy; an organisation's own one stays its own.</summary>
    public sealed class Resolver(IOptionsMonitor<AbpDbConnectionOptions> options, ICurrentTenant currentTenant, IServiceProvider services)
        : MultiTenantConnectionStringResolver(options, currentTenant, services)
    {
        private readonly string _shared = options.CurrentValue.ConnectionStrings.Default!;

        public override async Task<string> ResolveAsync(string? connectionStringName = null)
        {
            var resolved = await base.ResolveAsync(connectionStringName);
            return resolved == _shared ? Current.Value ?? resolved : resolved;
        }
    }
}
