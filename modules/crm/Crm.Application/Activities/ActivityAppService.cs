using Crm.CheckLists;
using Crm.Permissions;
using Crm.Users;
using Crm.WorkCalendars;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Parties.Parties;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Users;

namespace Crm.Activities;

[Authorize(CrmPermissions.Activities.Default)]
public class ActivityAppService(
    IRepository<Activity, Guid> activities, ICrmPartyRows parties, CheckListManager checkLists, WorkCalendarReader workCalendars, UserNames userNames)
    : CrmAppService, IActivityAppService
{
    private const int MaxDone = 50;
    private const int MaxBetween = 1000;

    [Reads(CrmPermissions.Activities.Default, Rows = "Rows")]
    public virtual async Task<ActivityPage> GetOpenAsync(OpenActivitiesInput input)
    {
        var me = CurrentUser.Id;
        var open = (await GetRowsAsync()).Where(row => row.DoneAt == null);
        if (!input.Everyone)
        {
            open = open.Where(row => row.OwnerId == me);
        }
        if (input is { AfterDue: { } due, AfterId: { } id })
        {
            open = open.Where(row => row.DueOn > due || (row.DueOn == due && row.Id.CompareTo(id) > 0));
        }
        var rows = await ReadAsync(open.OrderBy(row => row.DueOn).ThenBy(row => row.Id).Take(input.Max + 1));
        return new ActivityPage(rows.Take(input.Max).ToList(), rows.Count > input.Max);
    }

    [Reads(CrmPermissions.Activities.Default)]
    public virtual async Task<List<ActivityRow>> GetDoneAsync(DateTime since)
    {
        var me = CurrentUser.Id;
        return await ReadAsync((await GetRowsAsync())
            .Where(row => row.OwnerId == me && row.DoneAt >= since)
            .OrderByDescending(row => row.DoneAt).Take(MaxDone));
    }

    [Reads(CrmPermissions.Activities.Default, Id = "id")]
    public virtual async Task<ActivityRow> GetAsync(Guid id) =>
        (await ReadAsync((await GetRowsAsync()).Where(row => row.Id == id))).FirstOrDefault() ?? throw new EntityNotFoundException(typeof(Activity), id);

    [Reads(CrmPermissions.Activities.Default)]
    public virtual async Task<List<ActivityRow>> GetBetweenAsync(ActivitiesBetweenInput input)
    {
        var me = CurrentUser.Id;
        var planned = (await GetRowsAsync()).Where(row => row.DueOn >= input.From && row.DueOn < input.Before);
        if (!input.Everyone)
        {
            planned = planned.Where(row => row.OwnerId == me);
        }
        return await ReadAsync(planned.OrderBy(row => row.DueOn).ThenBy(row => row.Id).Take(MaxBetween));
    }

    [Authorize(CrmPermissions.Activities.Manage)]
    public virtual async Task<Guid> LogCallAsync(LogCallDto input)
    {
        await CheckPartiesAsync(input.PartyId, input.ContactPersonId);
        var call = Activity.LogCall(
            GuidGenerator.Create(), input.PartyId, input.Text, input.Direction, input.Result, input.At ?? Clock.Now, Clock.Now, CurrentUser.Id);
        call.With(input.ContactPersonId);
        await activities.InsertAsync(call);
        if (input.FollowUpOn is { } day)
        {
            await FollowUpAsync(input, day);
        }
        return call.Id;
    }

    [Authorize(CrmPermissions.Activities.Manage)]
    public virtual Task<Guid> LogMeetingAsync(LogMeetingDto input) =>
        LogAsync(ActivityKind.Meeting, input.PartyId, input.ContactPersonId, input.Text, input.At);

    [Authorize(CrmPermissions.Activities.Manage)]
    public virtual Task<Guid> AddNoteAsync(AddNoteDto input) =>
        LogAsync(ActivityKind.Note, input.PartyId, input.ContactPersonId, input.Text, null);

    [Authorize(CrmPermissions.Activities.Manage)]
    public virtual async Task<Guid> PlanAsync(PlanActivityDto input)
    {
        await CheckPartiesAsync(input.PartyId, input.ContactPersonId);
        var activity = Activity.Plan(
            GuidGenerator.Create(), input.Kind, input.PartyId, input.Subject, input.Text, input.DueOn!.Value, input.StartsAt,
            input.OwnerId ?? CurrentUser.Id);
        activity.With(input.ContactPersonId);
        activity.Prioritise(input.Priority);
        activity.RepeatEvery(input.Repeat);
        activity.KeepPrivate(input.IsPrivate);
        activity.Arrange(input.LengthMinutes, input.Location, input.OnlineUrl);
        activity.Remind(input.RemindMinutes, input.RemindBy, await StartOfDayAsync(input.RemindMinutes, input.StartsAt));
        return (await activities.InsertAsync(activity)).Id;
    }

    [Authorize(CrmPermissions.Activities.Manage)]
    public virtual async Task UpdateAsync(Guid id, UpdateActivityDto input)
    {
        var activity = await activities.GetAsync(id);
        var start = await StartOfDayAsync(input.RemindMinutes, input.StartsAt);
        activity.Replan(input.Subject, input.Text, input.DueOn!.Value, input.StartsAt, input.LengthMinutes, input.Location, input.OnlineUrl, start);
        activity.Prioritise(input.Priority);
        activity.KeepPrivate(input.IsPrivate);
        activity.Remind(input.RemindMinutes, input.RemindBy, start);
    }

    [Authorize(CrmPermissions.Activities.Manage)]
    public virtual async Task CompleteAsync(Guid id, CompleteActivityDto input)
    {
        var activity = await activities.GetAsync(id);
        activity.Complete(Clock.Now, Clock.Now, await checkLists.GetOpenMandatoryAsync(activity), input.Outcome, input.Result);
        await checkLists.TickTaskAsync(id, CurrentUser.Id);
        if (activity.Next(GuidGenerator.Create(), await StartOfDayAsync(activity.RemindMinutes, activity.StartsAt)) is { } next)
        {
            await activities.InsertAsync(next);
        }
    }

    [Authorize(CrmPermissions.Activities.Manage)]
    public virtual async Task RescheduleAsync(Guid id, RescheduleActivityDto input)
    {
        var activity = await activities.GetAsync(id);
        activity.Reschedule(input.DueOn!.Value, input.StartsAt, await StartOfDayAsync(activity.RemindMinutes, input.StartsAt));
    }

    [Authorize(CrmPermissions.Activities.Manage)]
    public virtual async Task ReopenAsync(Guid id) => (await activities.GetAsync(id)).Reopen();

    private async Task<Guid> LogAsync(ActivityKind kind, Guid partyId, Guid? contactPersonId, string? text, DateTime? at)
    {
        await CheckPartiesAsync(partyId, contactPersonId);
        var activity = Activity.Log(GuidGenerator.Create(), kind, partyId, text, at ?? Clock.Now, Clock.Now, CurrentUser.Id);
        activity.With(contactPersonId);
        return (await activities.InsertAsync(activity)).Id;
    }

    private async Task FollowUpAsync(LogCallDto input, DateOnly day)
    {
        var subject = string.IsNullOrWhiteSpace(input.FollowUpSubject) ? L["Activity:FollowUp"].Value : input.FollowUpSubject;
        var next = Activity.Plan(
            GuidGenerator.Create(), ActivityKind.Call, input.PartyId, subject, null, day, null, CurrentUser.Id);
        next.With(input.ContactPersonId);
        await activities.InsertAsync(next);
    }

    /// <summary>In the organisation's zone; it is asked for only by a reminder of something without a time of day.</summary>
    private async Task<DayStart?> StartOfDayAsync(int? remindMinutes, DateTime? startsAt) => remindMinutes is null || startsAt is not null
        ? null
        : DayStart.In(TimeZoneInfo.FindSystemTimeZoneById((await workCalendars.GetAsync()).ZoneId));

    /// <summary>Both are parties of this tenant.</summary>
    private async Task CheckPartiesAsync(Guid partyId, Guid? contactPersonId)
    {
        Guid[] wanted = contactPersonId is { } person && person != partyId ? [partyId, person] : [partyId];
        var known = await AsyncExecuter.ToListAsync(
            (await parties.GetQueryableAsync()).Where(party => wanted.Contains(party.Id)).Select(party => party.Id));
        if (wanted.Except(known).Select(id => (Guid?)id).FirstOrDefault() is { } unknown)
        {
            throw new EntityNotFoundException(typeof(PartyRow), unknown);
        }
    }

    private async Task<IQueryable<ActivityRow>> GetRowsAsync()
    {
        var names = await parties.GetQueryableAsync();
        return from activity in await activities.GetQueryableAsync()
               join party in names on activity.PartyId equals party.Id
               join person in names on activity.ContactPersonId equals (Guid?)person.Id into people
               from person in people.DefaultIfEmpty()
               select new ActivityRow
               {
                   Id = activity.Id,
                   Kind = activity.Kind,
                   PartyId = activity.PartyId,
                   PartyName = party.Name,
                   ContactPersonId = activity.ContactPersonId,
                   ContactName = person.Name,
                   Subject = activity.Subject,
                   Text = activity.Text,
                   Priority = activity.Priority,
                   OwnerId = activity.OwnerId,
                   DueOn = activity.DueOn,
                   StartsAt = activity.StartsAt,
                   DoneAt = activity.DoneAt,
                   Outcome = activity.Outcome,
                   Direction = activity.Direction,
                   Result = activity.Result,
                   LengthMinutes = activity.LengthMinutes,
                   Location = activity.Location,
                   OnlineUrl = activity.OnlineUrl,
                   IsPrivate = activity.IsPrivate,
                   RemindMinutes = activity.RemindMinutes,
                   RemindBy = activity.RemindBy,
                   CancelledAt = activity.CancelledAt,
                   Repeat = activity.Repeat,
               };
    }

    private async Task<List<ActivityRow>> ReadAsync(IQueryable<ActivityRow> query)
    {
        var rows = await AsyncExecuter.ToListAsync(query);
        var owners = await userNames.GetAsync(rows.Select(row => row.OwnerId));
        rows.ForEach(row => row.OwnerName = row.OwnerId is { } owner ? owners.GetValueOrDefault(owner) : null);
        return rows;
    }
}
