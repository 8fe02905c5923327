using Abp.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.SettingManagement;
using Volo.Abp.Settings;
using Volo.Abp.Uow;

namespace Abp.Tests.Behaviour;

/// <summary>Point 13: settings and jobs have no tenant column; their keys and arguments say it.</summary>
public class TableTests(ShopApp shop) : IClassFixture<ShopApp>
{
    [Theory]
    [InlineData("AbpSettings")]
    [InlineData("AbpFeatureValues")]
    [InlineData("AbpBackgroundJobs")]
    public async Task There_is_no_tenant_column(string table)
    {
        var columns = (await shop.Sql($"SELECT name FROM pragma_table_info('{table}')")).Select(x => (string)x[0]!).ToList();
        columns.ShouldContain("Id");
        columns.ShouldNotContain("TenantId");
    }

    [Fact]
    public async Task The_last_provider_with_a_value_wins()
    {
        var tenant = Guid.NewGuid();
        var manager = shop.Services.GetRequiredService<ISettingManager>();
        (await Colour(null)).ShouldBe("red");
        await manager.SetGlobalAsync(ShopSettings.Colour, "green");
        (await Colour(null)).ShouldBe("green");
        (await Colour(tenant)).ShouldBe("green"); // although it is not inherited
        await manager.SetForTenantAsync(tenant, ShopSettings.Colour, "blue");
        (await Colour(tenant)).ShouldBe("blue");
        (await Colour(null)).ShouldBe("green");

        var rows = await shop.Sql("SELECT ProviderName, ProviderKey FROM AbpSettings WHERE Name = @0 ORDER BY ProviderName", ShopSettings.Colour);
        rows[0].ShouldBe(["G", null]);
        rows[1].ShouldBe(["T", tenant.ToString()]);
    }

    [Fact]
    public async Task Configuration_is_before_the_default() =>
        (await shop.Services.GetRequiredService<ISettingProvider>().GetOrNullAsync(ShopSettings.FromConfiguration)).ShouldBe("configured");

    [Fact]
    public async Task A_job_is_a_row_of_its_callers_unit_of_work()
    {
        var jobs = shop.Services.GetRequiredService<IBackgroundJobManager>();
        var id = await jobs.EnqueueAsync(new SweepArgs { Room = "Hall" }, BackgroundJobPriority.High);
        var row = (await shop.Sql("SELECT JobName, JobArgs, Priority, TryCount, IsAbandoned FROM AbpBackgroundJobs WHERE Id = @0",
            Guid.Parse(id).ToString().ToUpperInvariant()))[0];
        row.ShouldBe(["sweep", """{"room":"Hall"}""", 25L, 0L, 0L]);

        string lost = "";
        await shop.InScope(async services =>
        {
            using var unit = services.GetRequiredService<IUnitOfWorkManager>().Begin(isTransactional: true);
            lost = await services.GetRequiredService<IBackgroundJobManager>().EnqueueAsync(new SweepArgs { Room = "Cellar" });
            await unit.SaveChangesAsync();
        });
        (await shop.Count("AbpBackgroundJobs", Guid.Parse(lost))).ShouldBe(0);
    }

    private async Task<string?> Colour(Guid? tenant)
    {
        using (shop.Services.GetRequiredService<ICurrentTenant>().Change(tenant))
        {
            return await shop.Services.GetRequiredService<ISettingProvider>().GetOrNullAsync(ShopSettings.Colour);
        }
    }
}

[BackgroundJobName("sweep")]
public class SweepArgs
{
    public string Room { get; set; } = "";
}

public class SweepJob : AsyncBackgroundJob<SweepArgs>, ITransientDependency
{
    public override Task ExecuteAsync(SweepArgs args) => Task.CompletedTask;
}
