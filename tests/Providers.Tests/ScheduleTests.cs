using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Volo.Abp;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.Modularity;
using Volo.Abp.Threading;
using Workspace;

namespace Providers.Tests;

/// <summary>Periodic work of two nodes on one PostgreSQL, and of the one process on SQLite.</summary>
public class ScheduleTests : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(RoundWorker.Period);
    private readonly string _folder = Directory.CreateTempSubdirectory("workspace-schedule-").FullName;

    public ScheduleTests() => Diary.Clear();

    public void Dispose() => Directory.Delete(_folder, true);

    [PostgresFact]
    public async Task A_round_of_periodic_work_is_one_nodes_and_when_that_node_stops_the_other_goes_on()
    {
        var database = (await WorkspaceApp.GetAsync<WorkspaceModule>(DatabaseProvider.PostgreSql)).CopyDatabase();
        try
        {
            await using var one = await StartAsync(DatabaseProvider.PostgreSql, database);
            var usual = await UsualPauseAsync();
            await using var two = await StartAsync(DatabaseProvider.PostgreSql, database);
            Diary.Present.Count.ShouldBe(2, "what is not periodic works on both");
            await RoundsAsync(6);
            ShouldBeOneAfterAnother([.. Diary.Rounds]);

            await RoundUnderWayAsync();
            var node = Diary.Rounds.Last().Node;
            var (busy, idle) = NodeOf(one) == node ? (one, two) : (two, one);
            await busy.StopAsync();
            Diary.Rounds.Last(x => x.Node == NodeOf(busy)).End.ShouldNotBeNull("it stopped in the middle of a round");
            var stopped = DateTime.UtcNow;

            await RoundsAsync(3);
            var after = Diary.Rounds.Where(x => x.Begin > stopped).ToList();
            after.ShouldAllBe(x => x.Node == NodeOf(idle));
            (after[0].Begin - stopped).ShouldBeLessThan(3 * usual + RoundWorker.Takes);
            ShouldBeOneAfterAnother([.. Diary.Rounds]);
            await idle.StopAsync();
            (await TablesAsync(database)).ShouldContain("qrtz_triggers");
        }
        finally { PostgresCluster.Instance.Drop(database); }
    }

    [PostgresFact]
    public async Task A_node_without_a_worker_leaves_its_rounds_to_those_that_have_it()
    {
        var database = (await WorkspaceApp.GetAsync<WorkspaceModule>(DatabaseProvider.PostgreSql)).CopyDatabase();
        try
        {
            await using var with = await StartAsync(DatabaseProvider.PostgreSql, database);
            var usual = await UsualPauseAsync();
            await using var without = await StartAsync(DatabaseProvider.PostgreSql, database, hasWorker: false);
            var before = Diary.Rounds.Count;

            await RoundsAsync(5);

            Diary.Rounds.ShouldAllBe(x => x.Node == NodeOf(with));
            Pauses([.. Diary.Rounds.Skip(before)]).ShouldAllBe(pause => pause < 3 * usual, "it waits for no other node");
            await with.StopAsync();
            await without.StopAsync();
        }
        finally { PostgresCluster.Instance.Drop(database); }
    }

    [Fact]
    public async Task On_SQLite_the_one_process_does_it_all()
    {
        await using var app = await StartAsync(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(_folder, "workspace.db")}");

        await RoundsAsync(3);
        await RoundUnderWayAsync();
        await app.StopAsync();

        Diary.Rounds.ShouldAllBe(x => x.End != null);
        ShouldBeOneAfterAnother([.. Diary.Rounds]);
        var count = Diary.Rounds.Count;
        await Task.Delay(2 * Period);
        Diary.Rounds.Count.ShouldBe(count, "nothing runs after the end");
    }

    /// <remarks>A period begins when the round before has ended; the clock of a busy machine is not exact.</remarks>
    private static void ShouldBeOneAfterAnother(List<Round> rounds) => Pauses([.. rounds.OrderBy(x => x.Begin)]).ShouldAllBe(pause => pause > 0.8 * Period);

    private static IEnumerable<TimeSpan> Pauses(List<Round> rounds) => rounds.Zip(rounds.Skip(1), (x, y) => y.Begin - x.End!.Value);

    private static string NodeOf(WebApplication app) => app.Services.GetRequiredService<RoundWorker>().Node;

    private async Task<WebApplication> StartAsync(DatabaseProvider provider, string database, bool hasWorker = true)
    {
        Action<WebApplicationBuilder> configure = builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Workspace:DataFolder"] = _folder, ["Workspace:Demonstration"] = "false", ["Database:Provider"] = provider.ToString(), ["ConnectionStrings:Default"] = database
            });
            builder.WebHost.UseTestServer();
            builder.Logging.SetMinimumLevel(LogLevel.Error);
        };
        var app = hasWorker ? await WorkspaceHost.CreateAsync<ScheduleModule>([], configure) : await WorkspaceHost.CreateAsync<WorkspaceModule>([], configure);
        await app.StartAsync();
        return app;
    }

    /// <summary>The longest pause of the one node that there is: what this machine makes of a period.</summary>
    private static async Task<TimeSpan> UsualPauseAsync()
    {
        await RoundsAsync(3);
        return Pauses([.. Diary.Rounds]).Max();
    }

    /// <summary>Until that many more rounds are done.</summary>
    private static async Task RoundsAsync(int count)
    {
        var enough = Diary.Rounds.Count(x => x.End is not null) + count;
        for (var until = DateTime.UtcNow.AddSeconds(60); Diary.Rounds.Count(x => x.End is not null) < enough; await Task.Delay(50)) { DateTime.UtcNow.ShouldBeLessThan(until, "no rounds"); }
    }

    private static async Task RoundUnderWayAsync()
    {
        for (var until = DateTime.UtcNow.AddSeconds(30); Diary.Rounds.All(x => x.End is not null); await Task.Delay(10)) { DateTime.UtcNow.ShouldBeLessThan(until, "no round"); }
    }

    private static async Task<List<string>> TablesAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var ask = new NpgsqlCommand("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'", connection);
        await using var rows = await ask.ExecuteReaderAsync();
        var names = new List<string>();
        while (await rows.ReadAsync()) { names.Add(rows.GetString(0)); }
        return names;
    }
}

/// <summary>The workspace with work of two kinds: every second, and all the time.</summary>
[DependsOn(typeof(WorkspaceModule))]
public class ScheduleModule : AbpModule
{
    public override async Task OnApplicationInitializationAsync(ApplicationInitializationContext context)
    {
        await context.AddBackgroundWorkerAsync<RoundWorker>();
        await context.AddBackgroundWorkerAsync<PresentWorker>();
    }
}

public sealed class Round(string node)
{
    public string Node { get; } = node;
    public DateTime Begin { get; } = DateTime.UtcNow;
    public DateTime? End { get; set; }
}

/// <summary>What the nodes of one test did.</summary>
public static class Diary
{
    public static ConcurrentQueue<Round> Rounds { get; private set; } = new();
    public static ConcurrentQueue<PresentWorker> Present { get; private set; } = new();

    public static void Clear() => (Rounds, Present) = (new(), new());
}

public class RoundWorker : AsyncPeriodicBackgroundWorkerBase
{
    internal const int Period = 1000;
    internal static readonly TimeSpan Takes = TimeSpan.FromMilliseconds(400);

    public string Node { get; } = Guid.NewGuid().ToString("N");

    public RoundWorker(AbpAsyncTimer timer, IServiceScopeFactory scopes) : base(timer, scopes) => Timer.Period = Period;

    protected override async Task DoWorkAsync(PeriodicBackgroundWorkerContext workerContext)
    {
        var round = new Round(Node);
        Diary.Rounds.Enqueue(round);
        await Task.Delay(Takes, CancellationToken.None);
        round.End = DateTime.UtcNow;
    }
}

public class PresentWorker : BackgroundWorkerBase
{
    public override Task StartAsync(CancellationToken cancellationToken = default)
    {
        Diary.Present.Enqueue(this);
        return base.StartAsync(cancellationToken);
    }
}
