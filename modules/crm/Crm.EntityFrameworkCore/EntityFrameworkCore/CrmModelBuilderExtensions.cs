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
using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Parties;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Crm.EntityFrameworkCore;

public static class CrmModelBuilderExtensions
{
    public static void ConfigureCrm(this ModelBuilder builder)
    {
        Check.NotNull(builder, nameof(builder));
        builder.ApplyConfiguration(new CustomerConfiguration());
        builder.ApplyConfiguration(new ContactConfiguration());
        builder.ApplyConfiguration(new ActivityConfiguration());
        builder.ApplyConfiguration(new ActivityReminderConfiguration());
        builder.ApplyConfiguration(new MeetingAttendeeConfiguration());
        builder.ApplyConfiguration(new CheckItemConfiguration());
        builder.ApplyConfiguration(new CheckListTemplateConfiguration());
        builder.ApplyConfiguration(new CheckListTemplateItemConfiguration());
        builder.ApplyConfiguration(new ChoiceConfiguration());
        builder.ApplyConfiguration(new PipelineConfiguration());
        builder.ApplyConfiguration(new PipelineStageConfiguration());
        builder.ApplyConfiguration(new OpportunityConfiguration());
        builder.ApplyConfiguration(new OpportunityPersonConfiguration());
        builder.ApplyConfiguration(new OpportunityCompetitorConfiguration());
        builder.ApplyConfiguration(new OpportunityObjectionConfiguration());
        builder.ApplyConfiguration(new OpportunityLineConfiguration());
        builder.ApplyConfiguration(new StageMoveConfiguration());
        builder.ApplyConfiguration(new LeadConfiguration());
        builder.ApplyConfiguration(new LeadEventConfiguration());
        builder.ApplyConfiguration(new LeadFormConfiguration());
        builder.ApplyConfiguration(new WorkCalendarConfiguration());
        builder.ApplyConfiguration(new HolidayConfiguration());
        builder.ApplyConfiguration(new AssignmentRuleConfiguration());
        builder.ApplyConfiguration(new AssignmentMemberConfiguration());
        builder.ApplyConfiguration(new ScoreRuleConfiguration());
        builder.ApplyConfiguration(new CalendarFeedConfiguration());
        builder.ApplyConfiguration(new SalesQuotaConfiguration());
        builder.ApplyConfiguration(new SavedViewConfiguration());
        builder.Entity<PartyRow>(party => // Parties' own table, read only; the same in every module that joins names
        {
            party.ToView(PartiesDbProperties.Table("Parties"), PartiesDbProperties.DbSchema);
            party.ConfigureByConvention();
        });
        builder.Entity<PartyPhoneRow>(phone =>
        {
            phone.ToView(PartiesDbProperties.Table("ContactPoints"), PartiesDbProperties.DbSchema);
            phone.HasNoKey();
            phone.ConfigureByConvention();
        });
        builder.Entity<PartyIdentifierRow>(identifier =>
        {
            identifier.ToView(PartiesDbProperties.Table("Identifiers"), PartiesDbProperties.DbSchema);
            identifier.HasNoKey();
            identifier.ConfigureByConvention();
        });
        builder.FitToDatabase();
    }
}
