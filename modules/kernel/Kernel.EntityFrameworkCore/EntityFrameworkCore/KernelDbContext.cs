using Kernel.Auditing;
using Kernel.Imports;
using Kernel.Notifications;
using Kernel.Numbering;
using Kernel.Reading;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;

namespace Kernel.EntityFrameworkCore;

[ConnectionStringName(KernelDbProperties.ConnectionStringName)]
public class KernelDbContext(DbContextOptions<KernelDbContext> options) : AbpDbContext<KernelDbContext>(options), IKernelDbContext
{
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
    }
}
