using Crm.Activities;
using Kernel.Notifications;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Timing;

namespace Crm.Meetings;

/// <summary>What somebody who is invited says, inside or outside; who organises the meeting is told of what is new.</summary>
public class MeetingAnswers(INotifications notifications, AttendeeNames names, IClock clock) : ITransientDependency
{
    /// <param name="recordedById">Who of us writes down what he was told; null when the attendee answers himself.</param>
    public virtual async Task SayAsync(Activity meeting, MeetingAttendee attendee, AttendeeAnswer answer, string? comment, Guid? recordedById = null)
    {
        var before = (attendee.Answer, attendee.Comment);
        meeting.Answer(attendee.Id, answer, comment, clock.Now, recordedById);
        if (before != (attendee.Answer, attendee.Comment) && meeting.OwnerId is { } organiser && organiser != recordedById)
        {
            await notifications.RaiseAsync([new Notice(
                organiser, "Crm", $"Meeting:Said.{answer}", [await names.GetAsync(attendee), meeting.Subject!, attendee.Comment ?? ""], ActivityUrls.Details(meeting.Id))]);
        }
    }
}
