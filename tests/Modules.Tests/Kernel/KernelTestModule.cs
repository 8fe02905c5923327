using Kernel.Auditing;
using Kernel.EntityFrameworkCore;
using Kernel.Imports;
using Kernel.Monetary;
using Kernel.Notifications;
using Kernel.Numbering;
using Kernel.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Autofac;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Modeling;
using Volo.Abp.EntityFrameworkCore.Sqlite;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;

namespace Modules.Tests.Kernel;

/// <summary>A document with a natural key and an amount, for whatever the kernel has to prove.</summary>
public class Paper : AggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public string Number { get; private set; } = null!;
    public Money Total { get; set; }
    public int Lines { get; set; }

    private Paper() { } // EF Core

    public Paper(Guid id, string number, Money total, int lines, Guid? tenantId) : base(id)
    {
        TenantId = tenantId;
        (Number, Total, Lines) = (number, total, lines);
    }
}

[ConnectionStringName("Default")]
[ReplaceDbContext(typeof(IKernelDbContext))]
public class PaperDbContext(DbContextOptions<PaperDbContext> options) : AbpDbContext<PaperDbContext>(options), IKernelDbContext
{
    public DbSet<Paper> Papers { get; set; }
    public DbSet<NumberSequence> NumberSequences { get; set; }
    public DbSet<ImportRun> ImportRuns { get; set; }
    public DbSet<ReadRecord> ReadRecords { get; set; }
    public DbSet<ReadDay> ReadDays { get; set; }
    public DbSet<ReadSession> ReadSessions { get; set; }
    public DbSet<ChangeRecord> ChangeRecords { get; set; }
    public DbSet<Notification> Notifications { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ConfigureKernel();
        modelBuilder.Entity<Paper>(paper =>
        {
            paper.ConfigureByConvention();
            paper.ComplexProperty(x => x.Total, total => total.IsMoney());
            paper.HasUniqueTenantIndex(x => new { x.TenantId, x.Number }, x => x.Number);
        });
    }
}

[DependsOn(typeof(AbpAutofacModule), typeof(AbpEntityFrameworkCoreSqliteModule), typeof(AbpBackgroundJobsModule), typeof(KernelEntityFrameworkCoreModule))]
public class KernelTestModule : AbpModule
{
    public KernelTestModule() => SkipAutoServiceRegistration = true; // the assembly holds other modules' tests too

    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddAbpDbContext<PaperDbContext>(options => options.AddDefaultRepositories(includeAllEntities: true));
        context.Services.AddTransient<IImporter, PaperImporter>();
        context.Services.AddSingleton<ImportWeather>();
        Configure<AbpDbContextOptions>(options => options.UseSqlite());
        Configure<AbpClockOptions>(options => options.Kind = DateTimeKind.Utc);
        Configure<AbpMultiTenancyOptions>(options => options.IsEnabled = true);
        Configure<AbpBackgroundJobOptions>(options => options.IsJobExecutionEnabled = false);
    }
}
