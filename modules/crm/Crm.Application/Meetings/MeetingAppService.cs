using Crm.Activities;
using Crm.Permissions;
using Crm.Users;
using Kernel.Calendars;
using Kernel.Identifiers;
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
    IExternalUserLookupServiceProvider users, AttendeeNames names, AttendeeAddresses addresses, UserNames userNames, MeetingAnswers answers) : CrmAppService, IMeetingAppService
{
    private const int MaxSpans = 2000;
    private const int MaxDays = 31;

    [Reads(CrmPermissions.Activities.Default, Id = "id")]
    public virtual async Task<List<AttendeeRow>> GetAttendeesAsync(Guid id)
    {
        var meeting = await AsyncExecuter.FirstOrDefaultAsync((await activities.GetQueryableAsync()).Where(meeting => meeting.Id == id).Select(meeting => new
        {
            Invited = meeting.Attendees.Where(attendee => !attendee.IsWithdrawn).Select(attendee => new
            {
                Who = new AttendeeWho(attendee.Id, attendee.UserId, attendee.PersonId, attendee.Name, attendee.Email),
                attendee.Answer, attendee.AnsweredAt, attendee.Comment, attendee.RecordedById,
            }).ToList(),
        })) ?? throw new EntityNotFoundException(typeof(Activity), id);
        var known = await names.GetAsync(meeting.Invited.ConvertAll(attendee => attendee.Who));
        var recorders = await userNames.GetAsync(meeting.Invited.Select(attendee => attendee.RecordedById));
        return [.. meeting.Invited.OrderBy(attendee => attendee.Who.UserId is null).ThenBy(attendee => known[attendee.Who.Id], StringComparer.CurrentCulture).Select(attendee => new AttendeeRow(
            attendee.Who.Id, attendee.Who.UserId, attendee.Who.PersonId, known[attendee.Who.Id], attendee.Who.Email, attendee.Answer, attendee.AnsweredAt, attendee.Comment,
            attendee.RecordedById, attendee.RecordedById is { } by ? recorders.GetValueOrDefault(by, "—") : null))];
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

    [Authorize(CrmPermissions.Activities.Manage)]
    public virtual async Task RecordAnswerAsync(Guid id, Guid attendeeId, AnswerInvitationDto input)
    {
        var meeting = await activities.GetAsync(id);
        var attendee = Invited(meeting).FirstOrDefault(attendee => attendee.Id == attendeeId) ?? throw new EntityNotFoundException(typeof(MeetingAttendee), attendeeId);
        await answers.SayAsync(meeting, attendee, input.Answer, input.Comment, CurrentUser.GetId());
    }

    [Authorize(CrmPermissions.Activities.Manage)]
    public virtual async Task<ReplyReadDto> ReadReplyAsync(Guid id, ReadReplyDto input)
    {
        var meeting = await activities.GetAsync(id);
        if (ICalendarReply.Read(input.Text) is not { } reply || AnswerOf(reply) is not { } answer)
        {
            throw new BusinessException(CrmErrorCodes.ReplyNotRead);
        }
        if (reply.EventId != id)
        {
            throw new BusinessException(CrmErrorCodes.ReplyOfAnotherMeeting);
        }
        if (reply.Sequence < meeting.Sequence)
        {
            throw new BusinessException(CrmErrorCodes.ReplyOutOfDate);
        }
        var attendee = await FindAsync(meeting, reply.Email) ?? throw new BusinessException(CrmErrorCodes.ReplyOfNobodyInvited).WithData("Email", reply.Email);
        var comment = reply.Comment?[..Math.Min(reply.Comment.Length, MeetingConsts.MaxCommentLength)];
        await answers.SayAsync(meeting, attendee, answer, comment, CurrentUser.GetId());
        return new ReplyReadDto(await names.GetAsync(attendee), answer);
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

    private static IEnumerable<MeetingAttendee> Invited(Activity meeting) => meeting.Attendees.Where(attendee => !attendee.IsWithdrawn);

    private async Task<MeetingAttendee?> FindAsync(Activity meeting, string email)
    {
        EmailAddress.TryNormalize(email, out var from);
        foreach (var attendee in Invited(meeting).OrderBy(attendee => attendee.Email is null)) // those first of whom nothing must be read
        {
            if (EmailAddress.TryNormalize(await addresses.FindAsync(attendee), out var known) && known == from) { return attendee; }
        }
        return null;
    }

    private static AttendeeAnswer? AnswerOf(ICalendarReply reply) => reply.Answer switch
    {
        "ACCEPTED" => AttendeeAnswer.Accepted,
        "TENTATIVE" => AttendeeAnswer.Tentative,
        "DECLINED" => AttendeeAnswer.Declined,
        _ => null,
    };

    /// <summary>As far as there are dates.</summary>
    private static DateTime Later(DateTime utc, TimeSpan by) =>
        new(Math.Clamp(utc.Ticks + by.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc);

    private static DateTime Utc(DateTime instant) => instant.Kind == DateTimeKind.Local ? instant.ToUniversalTime() : DateTime.SpecifyKind(instant, DateTimeKind.Utc);
}
