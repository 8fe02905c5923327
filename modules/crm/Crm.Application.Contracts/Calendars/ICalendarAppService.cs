using Crm.Activities;
using Volo.Abp.Application.Services;

namespace Crm.Calendars;

public interface ICalendarAppService : IApplicationService
{
    /// <summary>
    /// What stands in the calendar on some days: activities, the next steps of leads and opportunities, meetings to which the reader is
    /// invited, and when colleagues are busy with what they keep to themselves. The earliest first; at most a thousand of each kind.
    /// </summary>
    Task<List<CalendarEntry>> GetAsync(ActivitiesBetweenInput input);
}

public enum CalendarEntryKind { Activity = 1, LeadStep = 2, OpportunityStep = 3, Invitation = 4, Busy = 5 }

/// <param name="Id">Of the activity, lead or opportunity; for a busy time of nothing.</param>
/// <param name="Activity">Of an activity.</param>
/// <param name="Title">Null for a busy time.</param>
/// <param name="With">Whom it is about, where the title does not say it.</param>
/// <param name="StartsAt">UTC.</param>
/// <param name="EndsAt">UTC.</param>
public record CalendarEntry(
    CalendarEntryKind Kind, Guid Id, ActivityRow? Activity, string? Title, string? With, Guid? OwnerId, string? OwnerName, DateOnly On, DateTime? StartsAt, DateTime? EndsAt, bool IsDone);
