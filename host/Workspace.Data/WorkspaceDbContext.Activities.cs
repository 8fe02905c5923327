using Crm.Activities;
using Crm.CheckLists;
using Crm.Meetings;
using Kernel.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Workspace.Data;

/// <summary>What belongs to activities, and what users are told.</summary>
public partial class WorkspaceDbContext
{
    public DbSet<Notification> Notifications { get; set; }
    public DbSet<ActivityReminder> ActivityReminders { get; set; }
    public DbSet<MeetingAttendee> MeetingAttendees { get; set; }
    public DbSet<CheckItem> CheckItems { get; set; }
    public DbSet<CheckListTemplate> CheckListTemplates { get; set; }
    public DbSet<CheckListTemplateItem> CheckListTemplateItems { get; set; }
}
