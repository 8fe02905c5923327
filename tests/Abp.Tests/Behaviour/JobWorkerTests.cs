using System.Collections.Concurrent;
using System.Globalization;
using Abp.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Modularity;

namespace Abp.Tests.Behaviour;

/// <summary>Jobs run beside the requests: one that succeeds is gone, one that fails waits, one that nobody knows is given up.</summary>
public class JobWorkerTests(ShopApp<JobShopModule> shop) : IClassFixture<ShopApp<JobShopModule>>
{
    [Fact]
    public async Task A_job_that_succeeds_runs_once_and_its_row_is_gone()
    {
        var id = await EnqueueAsync(new PackArgs { Parcel = "one" });

        await Eventually(async () => (await RowAsync(id)).ShouldBeNull());
        PackJob.Packed.Count(x => x == "one").ShouldBe(1);
    }

    [Fact]
    public async Task A_job_that_fails_is_tried_again_after_a_minute()
    {
        var id = await EnqueueAsync(new PackArgs { Parcel = "torn" });

        await Eventually(async () => (await RowAsync(id))![0].ShouldBe(1L));
        var row = (await RowAsync(id))!;
        (Time(row[2]) - Time(row[1])).ShouldBe(TimeSpan.FromSeconds(60));
        row[3].ShouldBe(0L, "it is not given up");
    }

    [Fact]
    public async Task A_job_that_nobody_knows_is_given_up_at_once()
    {
        var id = await EnqueueAsync(new ForgottenArgs());

        await Eventually(async () => (await RowAsync(id))![3].ShouldBe(1L));
    }

    [Fact]
    public async Task A_job_that_was_taken_away_during_the_round_does_not_run()
    {
        var store = shop.Services.GetRequiredService<IBackgroundJobStore>();
        PackJob.During["first"] = async () =>
        {
            // Both were read for this round; another node or a person is done with the second meanwhile.
            var second = (string)(await shop.Sql("SELECT Id FROM AbpBackgroundJobs WHERE JobArgs LIKE '%second%'"))[0][0]!;
            await store.DeleteAsync(Guid.Parse(second));
        };
        await shop.InUnitOfWork(async services =>
        {
            var jobs = services.GetRequiredService<IBackgroundJobManager>();
            await jobs.EnqueueAsync(new PackArgs { Parcel = "first" }, BackgroundJobPriority.High);
            await jobs.EnqueueAsync(new PackArgs { Parcel = "second" });
            await jobs.EnqueueAsync(new PackArgs { Parcel = "third" }, BackgroundJobPriority.Low);
        });

        await Eventually(() => { PackJob.Packed.ShouldContain("third"); return Task.CompletedTask; });
        PackJob.Packed.ShouldContain("first");
        PackJob.Packed.ShouldNotContain("second");
    }

    private async Task<string> EnqueueAsync<T>(T args) => (await shop.Services.GetRequiredService<IBackgroundJobManager>().EnqueueAsync(args)).ToUpperInvariant();

    private async Task<object?[]?> RowAsync(string id) =>
        (await shop.Sql("SELECT TryCount, LastTryTime, NextTryTime, IsAbandoned FROM AbpBackgroundJobs WHERE Id = @0", id)).FirstOrDefault();

    private static DateTime Time(object? stored) => DateTime.Parse((string)stored!, CultureInfo.InvariantCulture);

    private static async Task Eventually(Func<Task> sees)
    {
        for (var end = DateTime.UtcNow.AddSeconds(30); ; await Task.Delay(50))
        {
            try { await sees(); return; }
            catch (ShouldAssertException) when (DateTime.UtcNow < end) { }
        }
    }
}

public class PackArgs
{
    public string Parcel { get; set; } = "";
}

public class PackJob : AsyncBackgroundJob<PackArgs>, ITransientDependency
{
    public static readonly ConcurrentBag<string> Packed = [];
    public static readonly ConcurrentDictionary<string, Func<Task>> During = new();

    public override async Task ExecuteAsync(PackArgs args)
    {
        if (args.Parcel == "torn") { throw new InvalidOperationException("The parcel is torn."); }
        if (During.TryGetValue(args.Parcel, out var during)) { await during(); }
        Packed.Add(args.Parcel);
    }
}

/// <summary>Arguments without a job.</summary>
public class ForgottenArgs;

[DependsOn(typeof(ShopModule))]
public class JobShopModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpBackgroundJobOptions>(options => options.IsJobExecutionEnabled = true);
        Configure<AbpBackgroundJobWorkerOptions>(options => options.JobPollPeriod = 200);
    }
}
