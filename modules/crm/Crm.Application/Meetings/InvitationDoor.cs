using Crm.Activities;
using Crm.Features;
using Crm.Users;
using Kernel.Rights;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Features;
using Volo.Abp.Timing;

namespace Crm.Meetings;

/// <summary>The door of somebody who has an invitation's link and perhaps no account: he reads that one invitation and answers it.</summary>
public class InvitationDoor(
    IRepository<Activity, Guid> activities, MeetingAnswers answers, UserNames users, IFeatureChecker features, PublicDoor door, IClock clock) : ITransientDependency
{
    /// <returns>Null where there is no such invitation, or it was taken back: the two look the same from outside.</returns>
    public Task<InvitationView?> FindAsync(InvitationKey key) => WithinAsync(key, isTransactional: false, ToViewAsync);

    /// <returns>False when there is no such invitation.</returns>
    public async Task<bool> AnswerAsync(InvitationKey key, AttendeeAnswer answer, string? comment) => await WithinAsync(key, isTransactional: true, async (meeting, attendee) =>
    {
        await answers.SayAsync(meeting, attendee, answer, comment);
        return "answered";
    }) is not null;

    private Task<T?> WithinAsync<T>(InvitationKey key, bool isTransactional, Func<Activity, MeetingAttendee, Task<T>> act) where T : class =>
        door.WithinAsync(key.TenantId, "who is invited reads and answers the one invitation that his link names", isTransactional, async () =>
        {
            var meeting = await features.IsEnabledAsync(CrmFeatures.Activities) ? await activities.FindAsync(key.ActivityId) : null;
            return meeting?.Attendees.FirstOrDefault(attendee => attendee.Id == key.AttendeeId && !attendee.IsWithdrawn) is { } mine ? await act(meeting, mine) : null;
        });

    private async Task<InvitationView> ToViewAsync(Activity meeting, MeetingAttendee attendee) => new(
        meeting.Subject!, (await users.GetAsync([meeting.OwnerId])).Values.FirstOrDefault(), meeting.StartsAt!.Value, meeting.EndsAt!.Value, meeting.Location, meeting.OnlineUrl,
        attendee.Answer, attendee.Comment, meeting.CancelledAt is not null, meeting.IsDone || meeting.EndsAt < clock.Now);
}

public record InvitationKey(Guid? TenantId, Guid ActivityId, Guid AttendeeId);

/// <summary>An invitation as who is invited reads it: nothing of the customer, of other people or of addresses.</summary>
/// <param name="StartsAt">UTC.</param>
/// <param name="EndsAt">UTC.</param>
public record InvitationView(
    string Subject, string? Organiser, DateTime StartsAt, DateTime EndsAt, string? Location, string? OnlineUrl, AttendeeAnswer Answer, string? Comment, bool IsCancelled, bool IsOver)
{
    public bool IsOpen => !IsCancelled && !IsOver;
}
