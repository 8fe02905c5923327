using Crm.Activities;
using Crm.Permissions;
using Kernel.Rights;
using Microsoft.AspNetCore.Authorization;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Users;
using Kernel.Reading;

namespace Crm.Meetings;

[Authorize(CrmPermissions.Activities.Default)]
public class MeetingAppService(
    IRepository<Activity, Guid> activities, IReadOnlyRepository<MeetingAttendee, Guid> attendees, ICrmPartyRows parties, IPartyReader partyReader,
    IExternalUserLookupServiceProvider users, AttendeeNames names, MeetingAnswers answers) : CrmAppService, IMeetingAppService
{
    private const int MaxSpans = 2000;
    private const int MaxDays = 31;

    [Reads(CrmPermissions.Activities.Default, Id = "id")]
    public virtual async Task<List<AttendeeRow>> GetAttendeesAsync(Guid id)
    {
        var meeting = await activities.GetAsync(id);
        var invited = meeting.Attendees.Where(attendee => !attendee.IsWithdrawn).ToList();
        var known = await names.GetAsync(invited);
        return [.. invited.OrderBy(attendee => attendee.UserId is null).ThenBy(attendee => known[attendee.Id], StringComparer.CurrentCulture).Select(attendee => new AttendeeRow(
            attendee.Id, attendee.UserId, attendee.PersonId, known[attendee.Id], attendee.Email, attendee.Answer, attendee.AnsweredAt, attendee.Comment))];
    }

    [Authorize(CrmPermissions.Activities.Manage)]
    public virtual async Task InviteAsync(Guid id, InviteDto input)
    {
        var meeting = await activities.GetAsync(id);
        meeting.Invite(GuidGenerator.Create(), await ReadAsync(input));
    }

    [Authorize(CrmPermissions.Activities.Manage)]
    public virtual async Task WithdrawAsync(Guid id, Guid attendeeId) => (await activities.GetAsync(id)).Withdraw(attendeeId);

    [Authorize(CrmPermissions.Activities.Manage)]
    public virtual async Task CancelAsync(Guid id, CancelMeetingDto input) => (await activities.GetAsync(id)).Cancel(input.Reason, Clock.Now);

    public virtual async Task AnswerAsync(Guid id, AnswerInvitationDto input)
    {
        var me = CurrentUser.GetId();
        using var system = SystemWork.Begin("who is invited answers, also where the customer is out of his sight");
        var meeting = await activities.FindAsync(id);
        var mine = meeting?.Attendees.FirstOrDefault(attendee => attendee.UserId == me && !attendee.IsWithdrawn) ?? throw new EntityNotFoundException(typeof(Activity), id);
        await answers.SayAsync(meeting!, mine, input.Answer, input.Comment);
    }

    public virtual async Task<List<BusySpan>> GetBusyAsync(BusyInput input)
    {
        var (from, before) = (Utc(input.From!.Value), Utc(input.Before!.Value));
        if (before > Later(from, TimeSpan.FromDays(MaxDays))) { before = Later(from, TimeSpan.FromDays(MaxDays)); }
        var whose = input.UserIds.Count == 0 ? [CurrentUser.Id] : input.UserIds.ConvertAll(user => (Guid?)user);
        var earliest = Later(from, -TimeSpan.FromMinutes(ActivityConsts.MaxLength));
        using var system = SystemWork.Begin("colleagues see when somebody is busy, whatever with");
        var open = (await activities.GetQueryableAsync()).Where(activity => activity.DoneAt == null && activity.StartsAt > earliest && activity.StartsAt < before);
        var own = open.Where(activity => whose.Contains(activity.OwnerId))
            .Select(activity => new { UserId = activity.OwnerId, activity.StartsAt, activity.LengthMinutes });
        var invited = from attendee in await attendees.GetQueryableAsync()
                      where whose.Contains(attendee.UserId) && !attendee.IsWithdrawn && attendee.Answer != AttendeeAnswer.Declined
                      join activity in open on attendee.ActivityId equals activity.Id
                      select new { attendee.UserId, activity.StartsAt, activity.LengthMinutes };
        var spans = await AsyncExecuter.ToListAsync(own.Concat(invited).OrderBy(span => span.StartsAt).Take(MaxSpans));
        return [.. spans.Select(span => new BusySpan(span.UserId!.Value, span.StartsAt!.Value, Later(span.StartsAt.Value, TimeSpan.FromMinutes(span.LengthMinutes ?? ActivityConsts.UsualLength))))
            .Where(span => span.To > from).OrderBy(span => span.From).ThenBy(span => span.To)];
    }

    private async Task<Invitee> ReadAsync(InviteDto input)
    {
        if (new[] { input.UserId is not null, input.PersonId is not null, !string.IsNullOrWhiteSpace(input.Email) }.Count(given => given) > 1)
        {
            throw new BusinessException(CrmErrorCodes.OneAttendeeAtOnce);
        }
        if (input.UserId is { } user)
        {
            return await users.FindByIdAsync(user) is null ? throw new EntityNotFoundException(typeof(IUserData), user) : Invitee.User(user);
        }
        if (input.PersonId is { } person)
        {
            var known = await parties.GetAsync(person);
            // The address is not shown to who invites, so that he need not be allowed to see it.
            using var system = SystemWork.Begin("whether the invitation has where to go");
            return (await partyReader.GetCardAsync(person)).Email is null
                ? throw new BusinessException(CrmErrorCodes.AttendeeWithoutEmail).WithData("Name", known.Name)
                : Invitee.Person(person);
        }
        return string.IsNullOrWhiteSpace(input.Email) ? throw new BusinessException(CrmErrorCodes.AttendeeMissing) : Invitee.Address(input.Email, input.Name);
    }

    /// <summary>As far as there are dates.</summary>
    private static DateTime Later(DateTime utc, TimeSpan by) =>
        new(Math.Clamp(utc.Ticks + by.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc);

    private static DateTime Utc(DateTime instant) => instant.Kind == DateTimeKind.Local ? instant.ToUniversalTime() : DateTime.SpecifyKind(instant, DateTimeKind.Utc);
}
