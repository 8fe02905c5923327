using Kernel.Reading;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Volo.Abp.Data;
using Volo.Abp.MultiTenancy;

namespace Testing;

/// <summary>A copy of the template for one test, chosen by the flow of execution.</summary>
public sealed class TestDatabase : IDisposable
{
    private static readonly AsyncLocal<string?> Current = new();
    private static readonly AsyncLocal<ReadQueue?> CurrentReads = new();
    private static readonly ReadQueue TemplatesReads = new();

    /// <summary>What was read in this flow of execution and is not yet in its database's ledger.</summary>
    internal static ReadQueue Reads => CurrentReads.Value ?? TemplatesReads;

    private readonly string _file;

    public TestDatabase(WorkspaceApp app)
    {
        _file = Path.Combine(app.Folder, $"{Guid.NewGuid():N}.db");
        File.Copy(app.Pristine, _file);
        Current.Value = $"Data Source={_file}";
        CurrentReads.Value = new ReadQueue();
    }

    public string ConnectionString => $"Data Source={_file}";

    public void Dispose()
    {
        SqliteConnection.ClearPool(new SqliteConnection(ConnectionString));
        Current.Value = null;
    }

    /// <summary>The shared database is the test's copy; an organisation's own one stays its own.</summary>
    internal sealed class Resolver(IOptionsMonitor<AbpDbConnectionOptions> options, ICurrentTenant currentTenant, IServiceProvider services)
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
