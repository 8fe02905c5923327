using Microsoft.EntityFrameworkCore;
using Workspace.Leavers;

namespace Workspace.Data;

public partial class WorkspaceDbContext
{
    public DbSet<LeaverNotice> LeaverNotices => Set<LeaverNotice>();
    public DbSet<Handover> Handovers => Set<Handover>();
    public DbSet<ReadAlarm> ReadAlarms => Set<ReadAlarm>();
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
