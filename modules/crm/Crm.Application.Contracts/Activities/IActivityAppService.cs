using Volo.Abp.Application.Services;

namespace Crm.Activities;

public interface IActivityAppService : IApplicationService
{
    /// <summary>What is still to be done, the earliest first.</summary>
    Task<ActivityPage> GetOpenAsync(OpenActivitiesInput input);

    /// <summary>What the current user has done since an instant (UTC), the latest first; at most fifty.</summary>
    Task<List<ActivityRow>> GetDoneAsync(DateTime since);

    Task<ActivityRow> GetAsync(Guid id);

    /// <summary>What is planned for some days, done or not, the earliest first; at most a thousand.</summary>
    Task<List<ActivityRow>> GetBetweenAsync(ActivitiesBetweenInput input);

    Task<Guid> LogCallAsync(LogCallDto input);
    Task<Guid> LogMeetingAsync(LogMeetingDto input);
    Task<Guid> AddNoteAsync(AddNoteDto input);

    /// <summary>A call, a meeting or a task that is still to be done.</summary>
    Task<Guid> PlanAsync(PlanActivityDto input);

    /// <summary>All that is planned of it; who is invited to a meeting is told of what the invitation says.</summary>
    Task UpdateAsync(Guid id, UpdateActivityDto input);

    Task CompleteAsync(Guid id, CompleteActivityDto input);
    Task RescheduleAsync(Guid id, RescheduleActivityDto input);
    Task ReopenAsync(Guid id);
}
