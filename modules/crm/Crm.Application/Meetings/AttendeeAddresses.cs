using Kernel.Rights;
using Parties.Parties;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Users;

namespace Crm.Meetings;

/// <summary>Where invitations go to and answers come from: of a user or party his own address as it is now.</summary>
public class AttendeeAddresses(IPartyReader parties, IExternalUserLookupServiceProvider users) : ITransientDependency
{
    /// <returns>Null for one who has none.</returns>
    public virtual async Task<string?> FindAsync(MeetingAttendee attendee)
    {
        using var system = SystemWork.Begin("mail goes to and comes from an address that the organiser need not see");
        return attendee.UserId is { } user ? (await users.FindByIdAsync(user))?.Email
            : attendee.PersonId is { } person ? (await parties.FindCardAsync(person))?.Email
            : attendee.Email;
    }
}
