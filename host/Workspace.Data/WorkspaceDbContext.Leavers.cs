using Microsoft.EntityFrameworkCore;
using Workspace.Leavers;

namespace Workspace.Data;

public partial class WorkspaceDbContext
{
    public DbSet<LeaverNotice> LeaverNotices { get; set; }
    public DbSet<Handover> Handovers { get; set; }
    public DbSet<ReadAlarm> ReadAlarms { get; set; }
}

public static class LeaverModelBuilderExtensions
{
    public static void ConfigureLeavers(this ModelBuilder builder)
    {
        builder.ApplyConfiguration(new LeaverNoticeConfiguration());
        builder.ApplyConfiguration(new HandoverConfiguration());
        builder.ApplyConfiguration(new ReadAlarmConfiguration());
    }
}
