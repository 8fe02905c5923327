using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Modularity;
using Volo.Abp.Timing;
using Workspace;
using Workspace.Databases;
using Workspace.Demonstration;
using Workspace.Rights;

namespace Testing;

/// <summary>
/// The real workspace on a real SQLite file, or on a real PostgreSQL, built once for all tests of an assembly. Each test works on a fresh copy of the
/// database (<see cref="TestDatabase"/>): an organisation with four people and no business yet.
/// </summary>
public sealed class WorkspaceApp : IAsyncDisposable
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static readonly Dictionary<(Type, DatabaseProvider), WorkspaceApp> Apps = [];

    private readonly WebApplication _app;

    /// <summary>Of the administrator of the whole workspace.</summary>
    public const string HostPassword = "Workspace-1405";

    public string Folder { get; }
    public DatabaseProvider Provider { get; }
    public IServiceProvider Services => _app.Services;
    public TestServer Server => (TestServer)_app.Services.GetRequiredService<IServer>();
    public StatementLog Statements => Services.GetRequiredService<StatementLog>();

    /// <summary>What every test's database is copied from; nobody ever opens it.</summary>
    internal string Pristine { get; private set; } = "";

    private WorkspaceApp(WebApplication app, DatabaseProvider provider, string folder) => (_app, Provider, Folder) = (app, provider, folder);

    /// <summary>The app for in-process services and requests; the same for all tests that ask for the same module.</summary>
    public static async Task<WorkspaceApp> GetAsync<TModule>(DatabaseProvider provider = DatabaseProvider.Sqlite) where TModule : IAbpModule
    {
        await Gate.WaitAsync();
        try
        {
            if (!Apps.TryGetValue((typeof(TModule), provider), out var app)) { Apps[(typeof(TModule), provider)] = app = await BuildAsync<TModule>(provider, kestrel: false); }
            return app;
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>An app of its own that listens on a free loopback port, for a browser.</summary>
    public static Task<WorkspaceApp> ServeAsync<TModule>() where TModule : IAbpModule => BuildAsync<TModule>(DatabaseProvider.Sqlite, kestrel: true);

    public string Address => Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    private static async Task<WorkspaceApp> BuildAsync<TModule>(DatabaseProvider provider, bool kestrel) where TModule : IAbpModule
    {
        var folder = Directory.CreateTempSubdirectory("workspace-tests-").FullName;
        var template = provider == DatabaseProvider.PostgreSql ? PostgresCluster.Instance.Create() : $"Data Source={Path.Combine(folder, "template.db")}";
        var app = await WorkspaceHost.CreateAsync<TModule>([], builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Workspace:DataFolder"] = folder,
                ["Workspace:Demonstration"] = "false",
                // Many tests are one person here.
                ["Workspace:RateLimits:ApiPerMinute"] = "1000000",
                ["Workspace:AdminPassword"] = HostPassword,
                ["Database:Provider"] = provider.ToString(),
                ["Database:MigrateAtStart"] = "true",
                ["ConnectionStrings:Default"] = template
            });
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            if (kestrel) { builder.WebHost.UseUrls("http://127.0.0.1:0"); } else { builder.WebHost.UseTestServer(options => options.PreserveExecutionContext = true); }
        }, services =>
        {
            services.AddSingleton<StatementLog>();
            services.PostConfigure<AbpDbContextOptions>(options => options.PreConfigure(context =>
                context.DbContextOptions.AddInterceptors(context.ServiceProvider.GetRequiredService<StatementLog>())));
            if (!kestrel)
            {
                services.Replace(ServiceDescriptor.Transient<IConnectionStringResolver, TestDatabase.Resolver>());
                services.Replace(ServiceDescriptor.Transient(_ => TestDatabase.Reads));
                services.Replace(ServiceDescriptor.Singleton<IDistributedCache, TestCache>());
                MarkedCache.Add(services);
            }
            services.Replace(ServiceDescriptor.Singleton<IClock, TestClock>());
            services.Replace(ServiceDescriptor.Singleton<TimeProvider, TestTime>());
        });
        var made = new WorkspaceApp(app, provider, folder);
        await made.CreateOrganisationAsync();
        made.Pristine = provider == DatabaseProvider.PostgreSql ? PostgresCluster.Instance.Copy(template) : made.CopyTemplate();
        await app.StartAsync();
        return made;
    }

    /// <summary>A new copy of the organisation's database.</summary>
    /// <returns>Its connection string.</returns>
    public string CopyDatabase()
    {
        if (Provider == DatabaseProvider.PostgreSql) { return PostgresCluster.Instance.Create(Pristine); }
        var file = Path.Combine(Folder, $"{Guid.NewGuid():N}.db");
        File.Copy(Pristine, file);
        return $"Data Source={file}";
    }

    private async Task CreateOrganisationAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemonstrationData>().CreateOrganisationAsync();
    }

    private string CopyTemplate()
    {
        var pristine = Path.Combine(Folder, "pristine.db");
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "template.db")};Pooling=False");
        connection.Open();
        using var copy = connection.CreateCommand();
        copy.CommandText = $"VACUUM INTO '{pristine}'";
        copy.ExecuteNonQuery();
        return pristine;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, true);
    }
}
