using Crm.Activities;
using Crm.Assignment;
using Crm.Calendars;
using Crm.CheckLists;
using Crm.Choices;
using Crm.Contacts;
using Crm.Customers;
using Crm.LeadForms;
using Crm.Leads;
using Crm.Meetings;
using Crm.Opportunities;
using Crm.Pipelines;
using Crm.Quotas;
using Crm.SavedViews;
using Crm.Scoring;
using Crm.WorkCalendars;
using Microsoft.EntityFrameworkCore;
using Parties.Parties;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;

namespace Crm.EntityFrameworkCore;

[ConnectionStringName(CrmDbProperties.ConnectionStringName)]
public class CrmDbContext(DbContextOptions<CrmDbContext> options) : AbpDbContext<CrmDbContext>(options), ICrmDbContext
{
    public DbSet<Customer> Customers { get; set; }
    public DbSet<Contact> Contacts { get; set; }
    public DbSet<Activity> Activities { get; set; }
    public DbSet<ActivityReminder> ActivityReminders { get; set; }
    public DbSet<MeetingAttendee> MeetingAttendees { get; set; }
    public DbSet<CheckItem> CheckItems { get; set; }
    public DbSet<CheckListTemplate> CheckListTemplates { get; set; }
    public DbSet<CheckListTemplateItem> CheckListTemplateItems { get; set; }
    public DbSet<Choice> Choices { get; set; }
    public DbSet<Pipeline> Pipelines { get; set; }
    public DbSet<PipelineStage> PipelineStages { get; set; }
    public DbSet<Opportunity> Opportunities { get; set; }
    public DbSet<OpportunityPerson> OpportunityPeople { get; set; }
    public DbSet<OpportunityCompetitor> OpportunityCompetitors { get; set; }
    public DbSet<OpportunityObjection> OpportunityObjections { get; set; }
    public DbSet<OpportunityLine> OpportunityLines { get; set; }
    public DbSet<StageMove> StageMoves { get; set; }
    public DbSet<Lead> Leads { get; set; }
    public DbSet<LeadEvent> LeadEvents { get; set; }
    public DbSet<LeadForm> LeadForms { get; set; }
    public DbSet<WorkCalendar> WorkCalendars { get; set; }
    public DbSet<Holiday> Holidays { get; set; }
    public DbSet<AssignmentRule> AssignmentRules { get; set; }
    public DbSet<AssignmentMember> AssignmentMembers { get; set; }
    public DbSet<ScoreRule> ScoreRules { get; set; }
    public DbSet<CalendarFeed> CalendarFeeds { get; set; }
    public DbSet<SalesQuota> SalesQuotas { get; set; }
    public DbSet<SavedView> SavedViews { get; set; }
    public DbSet<PartyRow> PartyRows { get; set; }
    public DbSet<PartyPhoneRow> PartyPhoneRows { get; set; }
    public DbSet<PartyIdentifierRow> PartyIdentifierRows { get; set; }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ConfigureCrm();
    }
}
