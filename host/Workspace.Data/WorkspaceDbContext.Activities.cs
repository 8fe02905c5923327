using Crm.Activities;
using Crm.CheckLists;
using Crm.Meetings;
using Kernel.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Workspace.Data;

/// <summary>What belongs to activities, and what users are told.</summary>
public partial class WorkspaceDbContext
{
    public DbSet<Notification> Notifications => Set<Notification>();
    public DbSet<ActivityReminder> ActivityReminders => Set<ActivityReminder>();
    public DbSet<MeetingAttendee> MeetingAttendees => Set<MeetingAttendee>();
    public DbSet<CheckItem> CheckItems => Set<CheckItem>();
    public DbSet<CheckListTemplate> CheckListTemplates => Set<CheckListTemplate>();
    public DbSet<CheckListTemplateItem> CheckListTemplateItems => Set<CheckListTemplateItem>();
}
