using System.Diagnostics;
using Kernel.Auditing;
using Microsoft.Extensions.DependencyInjection;
using Parties.Parties;
using Volo.Abp.Auditing;
using Volo.Abp.Modularity;
using Workspace;
using Xunit.Abstractions;

namespace Workspace.Tests.Auditing;

/// <summary>The workspace as it would be without audit.</summary>
[DependsOn(typeof(WorkspaceModule))]
public class WithoutAuditModule : AbpModule
{
    public override void PostConfigureServices(ServiceConfigurationContext context) =>
        context.Services.PostConfigure<ChangeHistoryOptions>(options => options.Watched.Clear());
}

/// <summary>A measurement, asked for with CRM_BENCH=1: what audit adds to a change, at one connection, in one run.</summary>
public class AuditCostTests(ITestOutputHelper output)
{
    private const int Rounds = 7, PerRound = 100;

    [BenchFact]
    public async Task Audit_at_most_doubles_a_change_on_SQLite()
    {
        var (with, without) = (new List<double>(), new List<double>());
        var audited = await Run.StartAsync<WorkspaceModule>(isAudited: true);
        var bare = await Run.StartAsync<WithoutAuditModule>(isAudited: false);
        await audited.ChangeAsync(PerRound);
        await bare.ChangeAsync(PerRound); // both are warm
        for (var round = 0; round < Rounds; round++)
        {
            with.Add(await audited.ChangeAsync(PerRound));
            without.Add(await bare.ChangeAsync(PerRound));
        }
        var (median, floor) = (with.Order().ElementAt(Rounds / 2), without.Order().ElementAt(Rounds / 2));
        output.WriteLine($"A changed party: {floor:0.00} ms without audit, {median:0.00} ms with history and request log; {median / floor:0.00} times. Rounds with {string.Join(" ", with.Select(ms => $"{ms:0.00}"))}; without {string.Join(" ", without.Select(ms => $"{ms:0.00}"))}.");
        (median / floor).ShouldBeLessThan(2);
    }

    private sealed class Run(WorkspaceApp app, As @as, List<Guid> parties, ExecutionContext flow, bool isAudited)
    {
        public static async Task<Run> StartAsync<TModule>(bool isAudited) where TModule : IAbpModule
        {
            var app = await WorkspaceApp.GetAsync<TModule>();
            _ = new TestDatabase(app); // chosen by this flow of execution
            var @as = await As.CreateAsync(app.Services);
            var given = new Given(app.Services, @as);
            var parties = new List<Guid>();
            for (var i = 0; i < PerRound; i++) { parties.Add(await given.Customer($"Customer {i}")); }
            return new Run(app, @as, parties, ExecutionContext.Capture()!, isAudited);
        }

        private int _turn;

        /// <returns>Milliseconds for each change.</returns>
        public async Task<double> ChangeAsync(int count)
        {
            Task<double> work = null!;
            ExecutionContext.Run(flow, _ => work = MeasureAsync(count), null);
            return await work;
        }

        private async Task<double> MeasureAsync(int count)
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < count; i++)
            {
                await @as.Admin(() => AuditedAsync(parties[i]));
            }
            return watch.Elapsed.TotalMilliseconds / count;
        }

        private async Task AuditedAsync(Guid party)
        {
            await using var scope = app.Services.CreateAsyncScope();
            using var log = isAudited ? scope.ServiceProvider.GetRequiredService<IAuditingManager>().BeginScope() : null;
            await scope.ServiceProvider.GetRequiredService<IPartyAppService>().SetOwnerAsync(party, @as.IdOf(Interlocked.Increment(ref _turn) / PerRound % 2 == 0 ? "sara" : "reza"));
            if (log is not null) { await log.SaveAsync(); }
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
