using Abp.Tests.Shop;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities.Auditing;
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

/// <summary>Known to a context of its own: EF Core keeps a model, and with it the clock, as long as the process runs.</summary>
public class Moment : FullAuditedAggregateRoot<Guid>
{
    public DateTime? At { get; private set; }

    private Moment() { }
    public Moment(Guid id, DateTime at) : base(id) => At = at;
}

[ConnectionStringName("Default")]
public class MomentDbContext(DbContextOptions<MomentDbContext> options) : AbpDbContext<MomentDbContext>(options)
{
    public DbSet<Moment> Moments => Set<Moment>();
}

[DependsOn(typeof(ShopModule))]
public class UtcShopModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddAbpDbContext<MomentDbContext>(o => o.AddDefaultRepositories());
        Configure<AbpClockOptions>(o => o.Kind = DateTimeKind.Utc);
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
        await shop.InUnitOfWork(async services =>
        {
            var context = await services.GetRequiredService<IDbContextProvider<MomentDbContext>>().GetDbContextAsync();
            await context.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
        });

        var moments = shop.Services.GetRequiredService<IRepository<Moment, Guid>>();
        var noon = new DateTime(2026, 3, 21, 12, 0, 0, DateTimeKind.Utc);
        var moment = await moments.InsertAsync(new Moment(Guid.NewGuid(), noon.ToLocalTime()));
        moment.CreationTime.Kind.ShouldBe(DateTimeKind.Utc);
        var stored = await moments.GetAsync(moment.Id);
        stored.At.ShouldBe(noon);
        stored.At!.Value.Kind.ShouldBe(DateTimeKind.Utc);
        stored.CreationTime.Kind.ShouldBe(DateTimeKind.Utc);
    }
}
