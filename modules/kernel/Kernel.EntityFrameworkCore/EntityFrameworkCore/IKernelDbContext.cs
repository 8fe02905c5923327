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
public interface IKernelDbContext : IEfCoreDbContext
{
    DbSet<NumberSequence> NumberSequences { get; }
    DbSet<ImportRun> ImportRuns { get; }
    DbSet<ReadRecord> ReadRecords { get; }
    DbSet<ReadDay> ReadDays { get; }
    DbSet<ReadSession> ReadSessions { get; }
    DbSet<ChangeRecord> ChangeRecords { get; }
    DbSet<Notification> Notifications { get; }
}
