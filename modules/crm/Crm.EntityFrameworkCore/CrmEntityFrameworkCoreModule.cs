using Crm.Activities;
using Crm.Assignment;
using Crm.CheckLists;
using Crm.Contacts;
using Crm.Customers;
using Crm.EntityFrameworkCore;
using Crm.Leads;
using Crm.Meetings;
using Crm.Opportunities;
using Crm.Permissions;
using Crm.Pipelines;
using Crm.WorkCalendars;
using Kernel.EntityFrameworkCore;
using Kernel.Rights;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parties.Parties;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Modularity;

namespace Crm;

[DependsOn(
    typeof(AbpEntityFrameworkCoreModule), typeof(KernelEntityFrameworkCoreModule), typeof(CrmDomainModule), typeof(CrmApplicationContractsModule))]
public class CrmEntityFrameworkCoreModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddAbpDbContext<CrmDbContext>(options =>
        {
            options.SetDefaultRepositoryClasses(typeof(CrmRepository<,>), typeof(CrmRepository<>));
            options.AddDefaultRepositories<ICrmDbContext>(includeAllEntities: true);
            options.Entity<WorkCalendar>(entity => entity.DefaultWithDetailsFunc = calendars => calendars.Include(calendar => calendar.Holidays));
            options.Entity<AssignmentRule>(entity => entity.DefaultWithDetailsFunc = rules => rules.Include(rule => rule.Members));
            options.Entity<Activity>(entity => entity.DefaultWithDetailsFunc = activities => activities.AsSingleQuery()
                .Include(activity => activity.Reminder).Include(activity => activity.Attendees));
            options.Entity<CheckListTemplate>(entity => entity.DefaultWithDetailsFunc = templates => templates.Include(template => template.Items));
            options.Entity<Pipeline>(entity => entity.DefaultWithDetailsFunc = pipelines => pipelines.Include(pipeline => pipeline.Stages));
            options.Entity<Opportunity>(entity => entity.DefaultWithDetailsFunc = opportunities => opportunities.AsSingleQuery()
                .Include(opportunity => opportunity.People).Include(opportunity => opportunity.Competitors).Include(opportunity => opportunity.Objections));
            options.AddRepository<PartyRow, CrmPartyRows>();
        });
        Configure<RecordRightsOptions>(options =>
        {
            options.RecordsFollow<Customer, PartyRow>(customer => customer.Id);
            options.RecordsFollow<Contact, PartyRow>(contact => contact.CustomerId);
            options.RecordsFollow<Activity, PartyRow>(activity => activity.PartyId, CrmPermissions.Activities.Default, activity => activity.OwnerId);
            options.RecordsAreSeen<Activity>(me => activity =>
                !activity.IsPrivate || activity.OwnerId == me || activity.Attendees.Any(attendee => attendee.UserId == me && !attendee.IsWithdrawn));
            options.RecordsFollow<ActivityReminder, Activity>(reminder => reminder.ActivityId);
            options.RecordsFollow<MeetingAttendee, Activity>(attendee => attendee.ActivityId);
            options.RecordsFollowOneOf<CheckItem, Opportunity, Activity>(item => item.OpportunityId, item => item.ActivityId);
            options.RecordsFollow<Opportunity, PartyRow>(
                opportunity => opportunity.CustomerId, CrmPermissions.Opportunities.Default, opportunity => opportunity.OwnerId);
            options.RecordsFollow<OpportunityLine, Opportunity>(line => line.OpportunityId);
            options.RecordsFollow<StageMove, Opportunity>(move => move.OpportunityId);
            options.Records<Lead>(CrmPermissions.Leads.Default, lead => lead.OwnerId, lead => lead.UnitId);
            options.RecordsFollow<LeadEvent, Lead>(known => known.LeadId);
        });
    }
}
