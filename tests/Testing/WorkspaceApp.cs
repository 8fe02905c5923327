using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Modularity;
using Volo.Abp.Timing;
using Workspace;
using Workspace.Demonstration;

namespace Testing;

/// <summary>
/// The real workspace on a real SQLite file, built once for all tests of an assembly. Each test works on a fresh copy of the
/// database (<see cref="TestDatabase"/>): an organisation with four people and no business yet.
/// </summary>
public sealed class WorkspaceApp : IAsyncDisposable
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static readonly Dictionary<Type, WorkspaceApp> Apps = [];

    private readonly WebApplication _app;

    /// <summary>Of the administrator of the whole workspace.</summary>
    public const string HostPassword = "Workspace-1405";

    public string Folder { get; }
    public IServiceProvider Services => _app.Services;
    public TestServer Server => (TestServer)_app.Services.GetRequiredService<IServer>();
    public StatementLog Statements => Services.GetRequiredService<StatementLog>();

    /// <summary>What every test's database is copied from; nobody ever opens it.</summary>
    internal string Pristine => Path.Combine(Folder, "pristine.db");

    private WorkspaceApp(WebApplication app, string folder) => (_app, Folder) = (app, folder);

    /// <summary>The app for in-process services and requests; the same for all tests that ask for the same module.</summary>
    public static async Task<WorkspaceApp> GetAsync<TModule>() where TModule : IAbpModule
    {
        await Gate.WaitAsync();
        try
        {
            if (!Apps.TryGetValue(typeof(TModule), out var app)) { Apps[typeof(TModule)] = app = await BuildAsync<TModule>(kestrel: false); }
            return app;
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>An app of its own that listens on a free loopback port, for a browser.</summary>
    public static Task<WorkspaceApp> ServeAsync<TModule>() where TModule : IAbpModule => BuildAsync<TModule>(kestrel: true);

    public string Address => Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    private static async Task<WorkspaceApp> BuildAsync<TModule>(bool kestrel) where TModule : IAbpModule
    {
        var folder = Directory.CreateTempSubdirectory("workspace-tests-").FullName;
        var app = await WorkspaceHost.CreateAsync<TModule>([], builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Workspace:DataFolder"] = folder,
                ["Workspace:Demonstration"] = "false",
                // Many tests are one person here.
                ["Workspace:RateLimits:ApiPerMinute"] = "1000000",
                ["Workspace:AdminPassword"] = HostPassword,
                ["ConnectionStrings:Default"] = $"Data Source={Path.Combine(folder, "template.db")}"
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
            }
            services.Replace(ServiceDescriptor.Singleton<IClock, TestClock>());
            services.Replace(ServiceDescriptor.Singleton<TimeProvider, TestTime>());
        });
        var made = new WorkspaceApp(app, folder);
        await made.CreateOrganisationAsync();
        made.KeepPristine();
        await app.StartAsync();
        return made;
    }

    private async Task CreateOrganisationAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemonstrationData>().CreateOrganisationAsync();
    }

    private void KeepPristine()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "template.db")};Pooling=False");
        connection.Open();
        using var copy = connection.CreateCommand();
        copy.CommandText = $"VACUUM INTO '{Pristine}'";
        copy.ExecuteNonQuery();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, true);
    }
}
