using Abp.Tests.Shop;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Modularity;
using Volo.Abp.Timing;

namespace Abp.Tests.Behaviour;

/// <summary>Point 9: the clock says nothing of a zone unless told to.</summary>
public class ClockTests(ShopApp shop) : IClassFixture<ShopApp>
{
    [Fact]
    public async Task Unspecified_by_default_values_are_stored_as_they_are()
    {
        var clock = shop.Services.GetRequiredService<IClock>();
        clock.Kind.ShouldBe(DateTimeKind.Unspecified);
        clock.SupportsMultipleTimezone.ShouldBeFalse();
        clock.Now.Kind.ShouldBe(DateTimeKind.Local);

        var widgets = shop.Services.GetRequiredService<IRepository<Widget, Guid>>();
        var made = new DateTime(2026, 3, 21, 12, 0, 0, DateTimeKind.Utc);
        var widget = await widgets.InsertAsync(new Widget(Guid.NewGuid(), "Timed") { Made = made });
        var back = (await widgets.GetAsync(widget.Id)).Made.ShouldNotBeNull();
        back.ShouldBe(made);
        back.Kind.ShouldBe(DateTimeKind.Unspecified);
    }
}

[DependsOn(typeof(ShopModule))]
public class UtcShopModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpClockOptions>(o => o.Kind = DateTimeKind.Utc);
        // Replacing a service gives this application EF Core services, and models, of its own: else the shop's other tests may get this clock.
        Configure<AbpDbContextOptions>(o => o.PreConfigure(context => context.DbContextOptions.ReplaceService<IModelCacheKeyFactory, ModelCacheKeyFactory>()));
    }
}

public class UtcClockTests(ShopApp<UtcShopModule> shop) : IClassFixture<ShopApp<UtcShopModule>>
{
    [Fact]
    public async Task Told_utc_values_are_normalised_both_ways()
    {
        var clock = shop.Services.GetRequiredService<IClock>();
        clock.Now.Kind.ShouldBe(DateTimeKind.Utc);
        clock.SupportsMultipleTimezone.ShouldBeTrue();
        clock.Normalize(new DateTime(2026, 1, 1)).Kind.ShouldBe(DateTimeKind.Utc);

        var widgets = shop.Services.GetRequiredService<IRepository<Widget, Guid>>();
        var noon = new DateTime(2026, 3, 21, 12, 0, 0, DateTimeKind.Utc);
        var widget = await widgets.InsertAsync(new Widget(Guid.NewGuid(), "Timed") { Made = noon.ToLocalTime() });
        widget.CreationTime.Kind.ShouldBe(DateTimeKind.Utc);
        var stored = await widgets.GetAsync(widget.Id);
        stored.Made.ShouldBe(noon);
        stored.Made!.Value.Kind.ShouldBe(DateTimeKind.Utc);
        stored.CreationTime.Kind.ShouldBe(DateTimeKind.Utc);
    }
}
