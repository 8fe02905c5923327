using Crm.Assignment;
using Crm.Calendars;
using Crm.LeadForms;
using Crm.Opportunities;
using Crm.Quotas;
using Crm.SavedViews;
using Crm.Scoring;
using Crm.WorkCalendars;
using Microsoft.EntityFrameworkCore;

namespace Workspace.Data;

/// <summary>What belongs to selling besides leads, opportunities and pipelines.</summary>
public partial class WorkspaceDbContext
{
    public DbSet<OpportunityLine> OpportunityLines => Set<OpportunityLine>();
    public DbSet<LeadForm> LeadForms => Set<LeadForm>();
    public DbSet<WorkCalendar> WorkCalendars => Set<WorkCalendar>();
    public DbSet<Holiday> Holidays => Set<Holiday>();
    public DbSet<AssignmentRule> AssignmentRules => Set<AssignmentRule>();
    public DbSet<AssignmentMember> AssignmentMembers => Set<AssignmentMember>();
    public DbSet<ScoreRule> ScoreRules => Set<ScoreRule>();
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();
    public DbSet<SalesQuota> SalesQuotas => Set<SalesQuota>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
}
