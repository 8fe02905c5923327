using Crm.Users;
using Kernel.Rights;
using Parties.Parties;
using Volo.Abp.DependencyInjection;

namespace Crm.Meetings;

/// <summary>What people who are invited are called.</summary>
public class AttendeeNames(UserNames users, IPartyReader parties) : ITransientDependency
{
    public virtual async Task<string> GetAsync(MeetingAttendee attendee) => (await GetAsync([AttendeeWho.Of(attendee)]))[attendee.Id];

    /// <returns>By the attendee's id; a dash for whom nobody knows any more.</returns>
    public virtual async Task<Dictionary<Guid, string>> GetAsync(IReadOnlyCollection<AttendeeWho> attendees)
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

/// <summary>Who is invited: a user, a party, or a name with an address.</summary>
public record AttendeeWho(Guid Id, Guid? UserId, Guid? PersonId, string? Name, string? Email)
{
    public static AttendeeWho Of(MeetingAttendee attendee) => new(attendee.Id, attendee.UserId, attendee.PersonId, attendee.Name, attendee.Email);
}
