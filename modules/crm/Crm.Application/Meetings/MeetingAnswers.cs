using Crm.Activities;
using Crm.Users;
using Kernel.Notifications;
using Kernel.Rights;
using Parties.Parties;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Timing;

namespace Crm.Meetings;

/// <summary>What somebody who is invited says, inside or outside; who organises the meeting is told of what is new.</summary>
public class MeetingAnswers(INotifications notifications, AttendeeNames names, IClock clock) : ITransientDependency
{
    public virtual async Task SayAsync(Activity meeting, MeetingAttendee attendee, AttendeeAnswer answer, string? comment)
    {
        var before = (attendee.Answer, attendee.Comment);
        meeting.Answer(attendee.Id, answer, comment, clock.Now);
        if (before != (attendee.Answer, attendee.Comment) && meeting.OwnerId is { } organiser)
        {
            var name = (await names.GetAsync([attendee])).GetValueOrDefault(attendee.Id) ?? "—";
            await notifications.RaiseAsync([new Notice(
                organiser, "Crm", $"Meeting:Said.{answer}", [name, meeting.Subject!, attendee.Comment ?? ""], ActivityUrls.Details(meeting.Id))]);
        }
    }
}

/// <summary>What people who are invited are called.</summary>
public class AttendeeNames(UserNames users, IPartyReader parties) : ITransientDependency
{
    /// <returns>By the attendee's id.</returns>
    public virtual async Task<Dictionary<Guid, string>> GetAsync(IReadOnlyCollection<MeetingAttendee> attendees)
    {
        var inside = await users.GetAsync(attendees.Select(attendee => attendee.UserId));
        var persons = attendees.Select(attendee => attendee.PersonId).OfType<Guid>().Distinct().ToList();
        var outside = new Dictionary<Guid, string>();
        if (persons.Count > 0)
        {
            using var system = SystemWork.Begin("who sees a meeting sees who is invited to it, by name");
            outside = (await parties.GetNamesAsync(persons)).ToDictionary(person => person.Id, person => person.Name);
        }
        return attendees.ToDictionary(attendee => attendee.Id, attendee =>
            (attendee.UserId is { } user ? inside.GetValueOrDefault(user) : attendee.PersonId is { } person ? outside.GetValueOrDefault(person) : attendee.Name ?? attendee.Email) ?? "—");
    }
}
