using Microsoft.EntityFrameworkCore;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Modeling;
using Volo.Abp.MultiTenancy;

namespace Workspace.Data.Jobs;

/// <summary>Beside ABP's job table, which is in the host's database for all tenants.</summary>
[IgnoreMultiTenancy]
[ConnectionStringName("Default")]
public interface IJobsDbContext : IEfCoreDbContext
{
    DbSet<JobRun> JobRuns { get; }
}

public static class JobsModelBuilderExtensions
{
    public static void ConfigureJobs(this ModelBuilder builder) => builder.Entity<JobRun>(run =>
    {
        run.ToTable("WorkspaceJobRuns");
        run.ConfigureByConvention();
        run.Property(x => x.Id).ValueGeneratedNever();
        run.Property(x => x.Name).HasMaxLength(JobRun.MaxNameLength);
        run.Property(x => x.ArgsHash).HasMaxLength(64).IsUnicode(false);
        run.Property(x => x.UserName).HasMaxLength(JobRun.MaxUserNameLength);
        run.Property(x => x.Node).HasMaxLength(JobRun.MaxNodeLength);
        run.Property(x => x.Error).HasMaxLength(JobRun.MaxErrorLength);
        run.HasIndex(x => new { x.TenantId, x.QueuedAt, x.Id }); // the monitor
        run.HasIndex(x => new { x.TenantId, x.Name, x.ArgsHash }); // the job that starts
    });
}
