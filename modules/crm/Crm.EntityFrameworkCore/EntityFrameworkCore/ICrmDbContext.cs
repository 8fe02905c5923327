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
public interface ICrmDbContext : IEfCoreDbContext
{
    DbSet<Customer> Customers { get; }
    DbSet<Contact> Contacts { get; }
    DbSet<Activity> Activities { get; }
    DbSet<ActivityReminder> ActivityReminders { get; }
    DbSet<MeetingAttendee> MeetingAttendees { get; }
    DbSet<CheckItem> CheckItems { get; }
    DbSet<CheckListTemplate> CheckListTemplates { get; }
    DbSet<CheckListTemplateItem> CheckListTemplateItems { get; }
    DbSet<Choice> Choices { get; }
    DbSet<Pipeline> Pipelines { get; }
    DbSet<PipelineStage> PipelineStages { get; }
    DbSet<Opportunity> Opportunities { get; }
    DbSet<OpportunityPerson> OpportunityPeople { get; }
    DbSet<OpportunityCompetitor> OpportunityCompetitors { get; }
    DbSet<OpportunityObjection> OpportunityObjections { get; }
    DbSet<OpportunityLine> OpportunityLines { get; }
    DbSet<StageMove> StageMoves { get; }
    DbSet<Lead> Leads { get; }
    DbSet<LeadEvent> LeadEvents { get; }
    DbSet<LeadForm> LeadForms { get; }
    DbSet<WorkCalendar> WorkCalendars { get; }
    DbSet<Holiday> Holidays { get; }
    DbSet<AssignmentRule> AssignmentRules { get; }
    DbSet<AssignmentMember> AssignmentMembers { get; }
    DbSet<ScoreRule> ScoreRules { get; }
    DbSet<CalendarFeed> CalendarFeeds { get; }
    DbSet<SalesQuota> SalesQuotas { get; }
    DbSet<SavedView> SavedViews { get; }

    /// <summary>Read-only: Parties' own table.</summary>
    DbSet<PartyRow> PartyRows { get; }

    /// <summary>Read-only, too.</summary>
    DbSet<PartyPhoneRow> PartyPhoneRows { get; }

    /// <summary>Read-only, too.</summary>
    DbSet<PartyIdentifierRow> PartyIdentifierRows { get; }
}
