using System.Diagnostics;
using System.Net;
using System.Text;
using Kernel.Imports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Parties.Parties;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.DistributedLocking;
using Volo.Abp.MultiTenancy;
using Volo.Abp.PermissionManagement;
using Volo.Abp.Uow;
using Workspace;
using Crm.Permissions;

namespace Providers.Tests;

/// <summary>Two processes of the workspace and this one, on one PostgreSQL.</summary>
public class TwoNodesTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workspace-nodes-").FullName;
    private string _database = null!;
    private WebApplication _here = null!;
    private As _as = null!;
    private Node _one = null!;
    private Node _two = null!;

    public async Task InitializeAsync()
    {
        if (PostgresCluster.Missing is not null) { return; }
        _database = (await WorkspaceApp.GetAsync<WorkspaceModule>(DatabaseProvider.PostgreSql)).CopyDatabase();
        _here = await WorkspaceHost.CreateAsync<WorkspaceModule>([], builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Workspace:DataFolder"] = _folder, ["Database:Provider"] = "PostgreSql", ["ConnectionStrings:Default"] = _database
            });
            builder.WebHost.UseTestServer();
            builder.Logging.SetMinimumLevel(LogLevel.Error);
        }, services => services.Configure<AbpBackgroundJobOptions>(options => options.IsJobExecutionEnabled = false));
        await _here.StartAsync();
        _as = await As.CreateAsync(_here.Services);
        var nodes = await Task.WhenAll(Node.StartAsync(_folder, _database), Node.StartAsync(_folder, _database));
        (_one, _two) = (nodes[0], nodes[1]);
    }

    public async Task DisposeAsync()
    {
        if (PostgresCluster.Missing is not null) { return; }
        await _one.DisposeAsync();
        await _two.DisposeAsync();
        await _here.StopAsync();
        await _here.DisposeAsync();
        PostgresCluster.Instance.Drop(_database);
        Directory.Delete(_folder, true);
    }

    [PostgresFact]
    public async Task Who_signed_in_at_one_node_is_signed_in_at_the_other_and_loses_there_within_seconds_what_was_taken_here()
    {
        var cookies = new CookieContainer();
        using var atOne = _one.Visitor(cookies);
        using var atTwo = _two.Visitor(cookies);
        await atOne.SignInAsync("sara", "en");
        (await atTwo.GetAsync("/Crm/Customers")).Status.ShouldBe(HttpStatusCode.OK);
        (await atOne.GetAsync("/Crm/Customers")).Status.ShouldBe(HttpStatusCode.OK);

        await SetAsync("sales", CrmPermissions.Customers.Default, isGranted: false);

        var waited = await WaitAsync(async () => Refused(await atOne.GetAsync("/Crm/Customers")) && Refused(await atTwo.GetAsync("/Crm/Customers")), TimeSpan.FromSeconds(5));
        waited.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        await SetAsync("sales", CrmPermissions.Customers.Default, isGranted: true);
        await WaitAsync(async () => !Refused(await atTwo.GetAsync("/Crm/Customers")), TimeSpan.FromSeconds(5));
    }

    [PostgresFact]
    public async Task A_node_that_could_not_listen_for_a_while_has_missed_nothing()
    {
        using var visitor = _one.Visitor();
        await visitor.SignInAsync("sara", "en");
        (await visitor.GetAsync("/Crm/Customers")).Status.ShouldBe(HttpStatusCode.OK);

        PostgresCluster.Instance.Disconnect(_database);
        Npgsql.NpgsqlConnection.ClearAllPools();
        await SetAsync("sales", CrmPermissions.Customers.Default, isGranted: false);

        await WaitAsync(async () => Refused(await visitor.GetAsync("/Crm/Customers")), TimeSpan.FromSeconds(10));
    }

    [PostgresFact]
    public async Task Fifty_jobs_run_once_each_and_a_node_that_is_killed_loses_none()
    {
        var runs = new List<Guid>();
        for (var i = 0; i < 50; i++) { runs.Add(await StartImportAsync(i)); }

        await WaitAsync(async () => (await FinishedAsync(runs)) > 0, TimeSpan.FromSeconds(60));
        await _one.KillAsync();
        await WaitAsync(async () => (await FinishedAsync(runs)) == 50, TimeSpan.FromSeconds(120));

        var progress = await AskAsync<IImportManager, List<ImportProgress>>(async imports =>
        {
            var all = new List<ImportProgress>();
            foreach (var run in runs) { all.Add(await imports.GetProgressAsync(run)); }
            return all;
        });
        progress.ShouldAllBe(run => run.State == ImportState.Completed && run.Rows == 4);
        progress.Sum(run => run.Created + run.Unchanged + run.Updated + run.Refused).ShouldBe(200);
        progress.Sum(run => run.Created).ShouldBe(200);
        var found = await AskAsync<IPartyAppService, PartyPage>(parties => parties.GetListAsync(new PartyListInput { Text = "Jobmade", Max = 200 }));
        found.Rows.Count.ShouldBe(200);
        found.HasMore.ShouldBeFalse();
    }

    [PostgresFact]
    public async Task A_lock_is_one_nodes_until_it_is_given_back_or_its_session_ends()
    {
        var locks = _here.Services.GetRequiredService<IAbpDistributedLock>();
        var held = await locks.TryAcquireAsync("test");
        held.ShouldNotBeNull();
        (await locks.TryAcquireAsync("test")).ShouldBeNull();
        await using (var other = await locks.TryAcquireAsync("other")) { other.ShouldNotBeNull(); }
        await held.DisposeAsync();
        var again = await locks.TryAcquireAsync("test");
        again.ShouldNotBeNull();
        PostgresCluster.Instance.Disconnect(_database);
        await using (var taken = await locks.TryAcquireAsync("test", TimeSpan.FromSeconds(5))) { taken.ShouldNotBeNull(); }
        await again.DisposeAsync();
    }

    private static bool Refused(WebAnswer answer) => answer.Status == HttpStatusCode.Forbidden || answer.Url.Contains("AccessDenied", StringComparison.Ordinal);

    private Task SetAsync(string role, string permission, bool isGranted) => AskAsync<IPermissionManager, bool>(async permissions =>
    {
        await permissions.SetAsync(permission, RolePermissionValueProvider.ProviderName, role, isGranted);
        return true;
    });

    private Task<Guid> StartImportAsync(int number) => AskAsync<IImportManager, Guid>(async imports =>
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("name,mobile\n" + string.Concat(Enumerable.Range(0, 4).Select(row => $"Jobmade {number} {row},0912{number:000}{row:0000}\n"))));
        return await imports.StartAsync("contacts", file, $"{number}.csv");
    });

    private Task<int> FinishedAsync(List<Guid> runs) => AskAsync<IImportManager, int>(async imports =>
    {
        var finished = 0;
        foreach (var run in runs) { finished += (await imports.GetProgressAsync(run)).IsFinished ? 1 : 0; }
        return finished;
    });

    private Task<TResult> AskAsync<TService, TResult>(Func<TService, Task<TResult>> act) where TService : notnull => _as.Admin(async () =>
    {
        await using var scope = _here.Services.CreateAsyncScope();
        using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        var result = await act(scope.ServiceProvider.GetRequiredService<TService>());
        await unitOfWork.CompleteAsync();
        return result;
    });

    private static async Task<TimeSpan> WaitAsync(Func<Task<bool>> until, TimeSpan atMost)
    {
        var time = Stopwatch.StartNew();
        while (!await until())
        {
            time.Elapsed.ShouldBeLessThan(atMost);
            await Task.Delay(100);
        }
        return time.Elapsed;
    }
}
