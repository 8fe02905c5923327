using Kernel.Rights;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Crm.Meetings;

/// <summary>Which of the invitations to a meeting is somebody's own.</summary>
public class MyInvitations(IReadOnlyRepository<MeetingAttendee, Guid> attendees, IAsyncQueryableExecuter executer) : ITransientDependency
{
    /// <returns>The attendee; null for who is not invited.</returns>
    public virtual async Task<Guid?> FindAsync(Guid activityId, Guid userId)
    {
        using var system = SystemWork.Begin("one's own invitation, whether the customer is in sight or not");
        return await executer.FirstOrDefaultAsync((await attendees.GetQueryableAsync())
            .Where(attendee => attendee.ActivityId == activityId && attendee.UserId == userId && !attendee.IsWithdrawn).Select(attendee => (Guid?)attendee.Id));
    }
}
