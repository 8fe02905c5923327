using System.Diagnostics;
using Kernel.Auditing;
using Microsoft.Extensions.DependencyInjection;
using Parties.Parties;
using Volo.Abp.Auditing;
using Volo.Abp.Modularity;
using Workspace;
using Workspace.Databases;
using Xunit.Abstractions;

namespace Workspace.Tests.Auditing;

/// <summary>The workspace as it would be without audit.</summary>
[DependsOn(typeof(WorkspaceModule))]
public class WithoutAuditModule : AbpModule
{
    public override void PostConfigureServices(ServiceConfigurationContext context) =>
        context.Services.PostConfigure<ChangeHistoryOptions>(options => options.Watched.Clear());
}

/// <summary>
/// A measurement, asked for with CRM_BENCH=1: what audit adds to a change. With and without take turns in short rounds of one
/// run, and medians are compared, so that what else the machine does falls on both.
/// </summary>
public class AuditCostTests(ITestOutputHelper output)
{
    private const int Rounds = 15, Parties = 96;

    [BenchFact]
    public Task Audit_at_most_doubles_a_change_on_SQLite() => CompareAsync(DatabaseProvider.Sqlite, connections: 1, atMost: 2);

    [BenchFact]
    public async Task Audit_takes_at_most_three_tenths_of_the_throughput_of_eight_connections_on_PostgreSQL()
    {
        if (PostgresCluster.Missing is not null) { return; }
        PostgresCluster.Instance.Execute("ALTER SYSTEM SET fsync = on"); // the other tests do without: here a commit costs what it costs in production
        PostgresCluster.Instance.Execute("SELECT pg_reload_conf()");
        await CompareAsync(DatabaseProvider.PostgreSql, connections: 8, atMost: 1 / 0.7);
    }

    /// <param name="atMost">Time with audit in times without.</param>
    private async Task CompareAsync(DatabaseProvider provider, int connections, double atMost)
    {
        var (with, without) = (new List<Cost>(), new List<Cost>());
        var audited = await Run.StartAsync<WorkspaceModule>(provider, isAudited: true);
        var bare = await Run.StartAsync<WithoutAuditModule>(provider, isAudited: false);
        await audited.ChangeAsync(connections);
        await bare.ChangeAsync(connections); // both are warm
        for (var round = 0; round < Rounds; round++)
        {
            if (round % 2 == 0) { with.Add(await audited.ChangeAsync(connections)); }
            without.Add(await bare.ChangeAsync(connections));
            if (round % 2 == 1) { with.Add(await audited.ChangeAsync(connections)); }
        }
        var (median, floor) = (Median(with, cost => cost.Time), Median(without, cost => cost.Time));
        var (statements, fewer) = (await audited.StatementsAsync(), await bare.StatementsAsync());
        output.WriteLine($"{provider}, {connections} connections. A changed party without audit: {floor:0.00} ms, {Median(without, cost => cost.Cpu):0.00} ms of processor, {fewer.Count} statements; "
            + $"with history and request log: {median:0.00} ms, {Median(with, cost => cost.Cpu):0.00} ms of processor, {statements.Count} statements; {median / floor:0.00} times, {1 - (floor / median):P0} of throughput.");
        output.WriteLine($"Rounds with: {Texts(with)}. Without: {Texts(without)}.");
        output.WriteLine(string.Join(Environment.NewLine, statements));
        (median / floor).ShouldBeLessThan(atMost);
    }

    private static double Median(List<Cost> costs, Func<Cost, double> what) => costs.Select(what).Order().ElementAt(costs.Count / 2);

    private static string Texts(List<Cost> costs) => string.Join(" ", costs.Select(cost => cost.Time.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>Of one change, in milliseconds. The processor's part is this process's alone, so other programs do not disturb it.</summary>
    private sealed record Cost(double Time, double Cpu);

    private sealed class Run(WorkspaceApp app, As @as, List<Guid> parties, ExecutionContext flow, bool isAudited)
    {
        private int _turn;

        public static async Task<Run> StartAsync<TModule>(DatabaseProvider provider, bool isAudited) where TModule : IAbpModule
        {
            var app = await WorkspaceApp.GetAsync<TModule>(provider);
            _ = new TestDatabase(app); // chosen by this flow of execution
            var @as = await As.CreateAsync(app.Services);
            var given = new Given(app.Services, @as);
            var parties = new List<Guid>();
            for (var i = 0; i < Parties; i++) { parties.Add(await given.Customer($"Customer {i}")); }
            return new Run(app, @as, parties, ExecutionContext.Capture()!, isAudited);
        }

        /// <summary>A round, in which every party is changed once.</summary>
        public Task<Cost> ChangeAsync(int connections) => InFlowAsync(async () =>
        {
            var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            await Task.WhenAll(parties.Chunk(parties.Count / connections).Select(some => Task.Run(async () =>
            {
                foreach (var party in some) { await @as.Admin(() => ChangeAsync(party)); }
            })));
            return new Cost(watch.Elapsed.TotalMilliseconds / parties.Count, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / parties.Count);
        });

        /// <summary>Of one change.</summary>
        public Task<IReadOnlyList<string>> StatementsAsync() => InFlowAsync(() => StatementLog.OfAsync(() => @as.Admin(() => ChangeAsync(parties[0]))));

        private async Task ChangeAsync(Guid party)
        {
            await using var scope = app.Services.CreateAsyncScope();
            using var log = isAudited ? scope.ServiceProvider.GetRequiredService<IAuditingManager>().BeginScope() : null;
            var isEven = Interlocked.Increment(ref _turn) / parties.Count % 2 == 0;
            await scope.ServiceProvider.GetRequiredService<IPartyAppService>().SetOwnerAsync(party, @as.IdOf(isEven ? "sara" : "reza"));
            if (log is not null) { await log.SaveAsync(); }
        }

        private async Task<T> InFlowAsync<T>(Func<Task<T>> act)
        {
            Task<T> work = null!;
            ExecutionContext.Run(flow, _ => work = act(), null);
            return await work;
        }
    }

    private sealed class BenchFactAttribute : FactAttribute
    {
        public BenchFactAttribute()
        {
            if (Environment.GetEnvironmentVariable("CRM_BENCH") is null) { Skip = "A measurement: set CRM_BENCH=1."; }
        }
    }
}
