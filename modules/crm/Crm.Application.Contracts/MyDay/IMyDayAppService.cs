using Volo.Abp.Application.Services;

namespace Crm.MyDay;

/// <summary>What the current user should do next, and why: the most pressing first.</summary>
public interface IMyDayAppService : IApplicationService
{
    /// <param name="today">The reader's day; the day in UTC when left out.</param>
    Task<List<MyDayItem>> GetAsync(DateOnly? today);
}

/// <summary>Why something is to be done, the most pressing first.</summary>
public enum MyDayReason
{
    LeadWaitsTooLong = 1,
    MeetingToday = 2,
    LeadWaits = 3,
    ActivityOverdue = 4,
    NextStepOverdue = 5,
    ActivityToday = 6,
    NextStepToday = 7,
    TooLongInStage = 8,
    NoNextStep = 9
}

/// <param name="Id">Of the lead or opportunity; for an activity that of its customer.</param>
/// <param name="With">Whom it is about, where the title does not say it.</param>
/// <param name="At">When it is due, in UTC, where it has a time.</param>
/// <param name="On">The day it is due.</param>
/// <param name="Days">How long it stands in its stage.</param>
/// <param name="Score">Of a lead.</param>
public record MyDayItem(MyDayReason Reason, MyDayKind Kind, Guid Id, string Title, string? With, DateTime? At, DateOnly? On, int? Days, int? Score);

public enum MyDayKind { Lead = 1, Activity = 2, Opportunity = 3 }
