using Microsoft.EntityFrameworkCore;
using Volo.Abp.AuditLogging.EntityFrameworkCore;
using Volo.Abp.BackgroundJobs.EntityFrameworkCore;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.DistributedEvents;
using Volo.Abp.EntityFrameworkCore.Modeling;
using Volo.Abp.FeatureManagement.EntityFrameworkCore;
using Volo.Abp.Identity.EntityFrameworkCore;
using Volo.Abp.PermissionManagement.EntityFrameworkCore;
using Volo.Abp.SettingManagement.EntityFrameworkCore;
using Volo.Abp.TenantManagement.EntityFrameworkCore;

namespace Abp.Tests.Shop;

/// <summary>The shop's tables and, as a host's context has them, those of ABP's modules.</summary>
[ConnectionStringName("Default")]
public class ShopDbContext(DbContextOptions<ShopDbContext> options) : AbpDbContext<ShopDbContext>(options), IHasEventOutbox, IHasEventInbox
{
    public DbSet<OutgoingEventRecord> OutgoingEvents { get; set; } = null!;
    public DbSet<IncomingEventRecord> IncomingEvents { get; set; } = null!;
    public DbSet<Widget> Widgets => Set<Widget>();
    public DbSet<Stray> Strays => Set<Stray>();
    public DbSet<Label> Labels => Set<Label>();
    public DbSet<Contract> Contracts => Set<Contract>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ConfigurePermissionManagement();
        modelBuilder.ConfigureSettingManagement();
        modelBuilder.ConfigureFeatureManagement();
        modelBuilder.ConfigureBackgroundJobs();
        modelBuilder.ConfigureAuditLogging();
        modelBuilder.ConfigureIdentity();
        modelBuilder.ConfigureTenantManagement();
        modelBuilder.ConfigureEventOutbox();
        modelBuilder.ConfigureEventInbox();
        modelBuilder.Entity<Widget>(b =>
        {
            b.ToTable("Widgets");
            b.ConfigureByConvention();
            b.HasMany(x => x.Parts).WithOne().HasForeignKey("WidgetId").IsRequired();
        });
        modelBuilder.Entity<Part>(b => { b.ToTable("Parts"); b.ConfigureByConvention(); });
        modelBuilder.Entity<Stray>(b => { b.ToTable("Strays"); b.ConfigureByConvention(); });
        modelBuilder.Entity<Label>(b => { b.ToTable("Labels"); b.ConfigureByConvention(); });
        modelBuilder.Entity<Contract>(b => { b.ToTable("Contracts"); b.ConfigureByConvention(); });
        modelBuilder.Entity<Gadget>(b => { b.ToTable("Gadgets"); b.ConfigureByConvention(); });
    }
}

/// <summary>A second context on the same connection string.</summary>
[ConnectionStringName("Default")]
public class SecondDbContext(DbContextOptions<SecondDbContext> options) : AbpDbContext<SecondDbContext>(options);
