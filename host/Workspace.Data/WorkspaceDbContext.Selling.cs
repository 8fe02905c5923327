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
    public DbSet<OpportunityLine> OpportunityLines { get; set; }
    public DbSet<LeadForm> LeadForms { get; set; }
    public DbSet<WorkCalendar> WorkCalendars { get; set; }
    public DbSet<Holiday> Holidays { get; set; }
    public DbSet<AssignmentRule> AssignmentRules { get; set; }
    public DbSet<AssignmentMember> AssignmentMembers { get; set; }
    public DbSet<ScoreRule> ScoreRules { get; set; }
    public DbSet<CalendarFeed> CalendarFeeds { get; set; }
    public DbSet<SalesQuota> SalesQuotas { get; set; }
    public DbSet<SavedView> SavedViews { get; set; }
}
