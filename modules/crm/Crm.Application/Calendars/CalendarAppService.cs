using Crm.Activities;
using Crm.Leads;
using Crm.Opportunities;
using Crm.Permissions;
using Crm.Users;
using Kernel.Reading;
using Kernel.Rights;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp.Domain.Repositories;

namespace Crm.Calendars;

/// <remarks>Statements: activities, invitations, steps of leads and of opportunities, busy times when everybody's are asked for, and users' names when they are not remembered.</remarks>
[Authorize(CrmPermissions.Activities.Default)]
public class CalendarAppService(
    IActivityAppService planned, IReadOnlyRepository<Activity, Guid> activities, IReadOnlyRepository<Lead, Guid> leads, IReadOnlyRepository<Opportunity, Guid> opportunities,
    ICrmPartyRows parties, UserNames userNames) : CrmAppService, ICalendarAppService
{
    private const int Max = 1000;

    [Reads(CrmPermissions.Activities.Default)]
    public virtual async Task<List<CalendarEntry>> GetAsync(ActivitiesBetweenInput input)
    {
        var rows = await planned.GetBetweenAsync(input);
        var entries = rows.ConvertAll(row => new CalendarEntry(
            CalendarEntryKind.Activity, row.Id, row, row.Subject, row.PartyName, row.OwnerId, row.OwnerName, row.DueOn!.Value, row.StartsAt, row.EndsAt, row.DoneAt is not null));
        entries.AddRange((await GetInvitationsAsync(input)).Where(entry => rows.TrueForAll(row => row.Id != entry.Id)));
        if (await AuthorizationService.IsGrantedAsync(CrmPermissions.Leads.Default))
        {
            entries.AddRange(await GetLeadStepsAsync(input));
        }
        if (await AuthorizationService.IsGrantedAsync(CrmPermissions.Opportunities.Default))
        {
            entries.AddRange(await GetOpportunityStepsAsync(input));
        }
        if (input.Everyone)
        {
            entries.AddRange(await GetBusyAsync(input));
        }
        var names = await userNames.GetAsync(entries.Select(entry => entry.OwnerId));
        return [.. entries.Select(entry => entry with { OwnerName = entry.OwnerId is { } owner ? names.GetValueOrDefault(owner) : null })
            .OrderBy(entry => entry.On).ThenBy(entry => entry.StartsAt ?? DateTime.MaxValue).ThenBy(entry => entry.Kind)];
    }

    /// <summary>Whoever is invited sees what the invitation told him, whether the customer is in his sight or not.</summary>
    private async Task<List<CalendarEntry>> GetInvitationsAsync(ActivitiesBetweenInput input)
    {
        var me = CurrentUser.Id;
        using var system = SystemWork.Begin("meetings to which the reader is invited");
        var invited = await AsyncExecuter.ToListAsync((await activities.GetQueryableAsync())
            .Where(activity => activity.DueOn >= input.From && activity.DueOn < input.Before && activity.DoneAt == null && activity.OwnerId != me
                && activity.Attendees.Any(attendee => attendee.UserId == me && !attendee.IsWithdrawn && attendee.Answer != Meetings.AttendeeAnswer.Declined))
            .OrderBy(activity => activity.DueOn).ThenBy(activity => activity.Id).Take(Max)
            .Select(activity => new { activity.Id, activity.Subject, activity.OwnerId, activity.DueOn, activity.StartsAt, activity.LengthMinutes }));
        return invited.ConvertAll(activity => new CalendarEntry(
            CalendarEntryKind.Invitation, activity.Id, null, activity.Subject, null, activity.OwnerId, null, activity.DueOn!.Value, activity.StartsAt, End(activity.StartsAt, activity.LengthMinutes), false));
    }

    private async Task<List<CalendarEntry>> GetLeadStepsAsync(ActivitiesBetweenInput input)
    {
        var me = CurrentUser.Id;
        var due = (await leads.GetQueryableAsync()).Where(lead => lead.NextStepOn >= input.From && lead.NextStepOn < input.Before
            && lead.Status != LeadStatus.Junk && lead.Status != LeadStatus.Lost && lead.Status != LeadStatus.Converted);
        if (!input.Everyone)
        {
            due = due.Where(lead => lead.OwnerId == me);
        }
        var steps = await AsyncExecuter.ToListAsync(due.OrderBy(lead => lead.NextStepOn).ThenBy(lead => lead.Id).Take(Max)
            .Select(lead => new { lead.Id, lead.NextStep, lead.NextStepOn, lead.CompanyName, lead.PersonName, lead.OwnerId }));
        return steps.ConvertAll(lead => Step(CalendarEntryKind.LeadStep, lead.Id, lead.NextStep, lead.CompanyName ?? lead.PersonName, lead.OwnerId, lead.NextStepOn!.Value));
    }

    private async Task<List<CalendarEntry>> GetOpportunityStepsAsync(ActivitiesBetweenInput input)
    {
        var me = CurrentUser.Id;
        var due = (await opportunities.GetQueryableAsync()).Where(opportunity =>
            opportunity.State == OpportunityState.Open && opportunity.NextStepOn >= input.From && opportunity.NextStepOn < input.Before);
        if (!input.Everyone)
        {
            due = due.Where(opportunity => opportunity.OwnerId == me);
        }
        var steps = await AsyncExecuter.ToListAsync(
            (from opportunity in due
             join customer in await parties.GetQueryableAsync() on opportunity.CustomerId equals customer.Id
             orderby opportunity.NextStepOn, opportunity.Id
             select new { opportunity.Id, opportunity.NextStep, opportunity.NextStepOn, opportunity.Title, Customer = customer.Name, opportunity.OwnerId }).Take(Max));
        return steps.ConvertAll(step => Step(CalendarEntryKind.OpportunityStep, step.Id, step.NextStep, $"{step.Title} · {step.Customer}", step.OwnerId, step.NextStepOn!.Value));
    }

    /// <summary>What colleagues keep to themselves, of customers that are in sight: that they are busy, and when.</summary>
    private async Task<List<CalendarEntry>> GetBusyAsync(ActivitiesBetweenInput input)
    {
        var me = CurrentUser.Id;
        IQueryable<Activity> all;
        using (SystemWork.Begin("when colleagues are busy, whatever with"))
        {
            all = await activities.GetQueryableAsync();
        }
        var busy = await AsyncExecuter.ToListAsync(
            (from activity in all
             join party in await parties.GetQueryableAsync() on activity.PartyId equals party.Id
             where activity.IsPrivate && activity.DueOn >= input.From && activity.DueOn < input.Before && activity.DoneAt == null && activity.OwnerId != me
                 && !activity.Attendees.Any(attendee => attendee.UserId == me && !attendee.IsWithdrawn)
             orderby activity.DueOn, activity.Id
             select new { activity.OwnerId, activity.DueOn, activity.StartsAt, activity.LengthMinutes }).Take(Max));
        return busy.ConvertAll(activity => new CalendarEntry(
            CalendarEntryKind.Busy, Guid.Empty, null, null, null, activity.OwnerId, null, activity.DueOn!.Value, activity.StartsAt, End(activity.StartsAt, activity.LengthMinutes), false));
    }

    /// <summary>A step that has only a day is called after what it is about.</summary>
    private static CalendarEntry Step(CalendarEntryKind kind, Guid id, string? step, string? about, Guid? ownerId, DateOnly on) =>
        new(kind, id, null, step ?? about, step is null ? null : about, ownerId, null, on, null, null, false);

    private static DateTime? End(DateTime? start, int? minutes) => start?.AddMinutes(minutes ?? ActivityConsts.UsualLength);
}
