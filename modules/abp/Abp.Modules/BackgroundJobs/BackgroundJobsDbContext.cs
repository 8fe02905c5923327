using Microsoft.EntityFrameworkCore;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Modeling;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;

namespace Volo.Abp.BackgroundJobs.EntityFrameworkCore;

[IgnoreMultiTenancy]
[ConnectionStringName(AbpBackgroundJobsDbProperties.ConnectionStringName)]
public interface IBackgroundJobsDbContext : IEfCoreDbContext
{
    DbSet<BackgroundJobRecord> BackgroundJobs { get; }
}

[IgnoreMultiTenancy]
[ConnectionStringName(AbpBackgroundJobsDbProperties.ConnectionStringName)]
public class BackgroundJobsDbContext(DbContextOptions<BackgroundJobsDbContext> options)
    : AbpDbContext<BackgroundJobsDbContext>(options), IBackgroundJobsDbContext
{
    public DbSet<BackgroundJobRecord> BackgroundJobs { get; set; }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ConfigureBackgroundJobs();
    }
}

public static class BackgroundJobsDbContextModelCreatingExtensions
{
    public static void ConfigureBackgroundJobs(this ModelBuilder builder) => builder.Entity<BackgroundJobRecord>(job =>
    {
        job.ToTable(AbpBackgroundJobsDbProperties.DbTablePrefix + "BackgroundJobs", AbpBackgroundJobsDbProperties.DbSchema);
        job.ConfigureByConvention();
        job.Property(x => x.ApplicationName).HasMaxLength(96);
        job.Property(x => x.JobName).IsRequired().HasMaxLength(128);
        job.Property(x => x.JobArgs).IsRequired().HasMaxLength(1048576);
        job.Property(x => x.TryCount).HasDefaultValue((short)0);
        job.Property(x => x.IsAbandoned).HasDefaultValue(false);
        job.Property(x => x.Priority).HasDefaultValue(BackgroundJobPriority.Normal).HasSentinel(BackgroundJobPriority.Normal);
        job.HasIndex(x => new { x.IsAbandoned, x.NextTryTime });
    });
}

internal class EfCoreBackgroundJobRepository(IDbContextProvider<IBackgroundJobsDbContext> contexts, IClock clock)
    : EfCoreRepository<IBackgroundJobsDbContext, BackgroundJobRecord, Guid>(contexts), IBackgroundJobRepository
{
    public async Task<List<BackgroundJobRecord>> GetWaitingListAsync(
        string applicationName, int maxResultCount, CancellationToken cancellationToken = default)
    {
        var now = clock.Now;
        return await (await GetDbSetAsync()).AsNoTracking()
            .Where(job => job.ApplicationName == applicationName && !job.IsAbandoned && job.NextTryTime <= now)
            .OrderByDescending(job => job.Priority).ThenBy(job => job.TryCount).ThenBy(job => job.NextTryTime)
            .Take(maxResultCount)
            .ToListAsync(GetCancellationToken(cancellationToken));
    }
}
