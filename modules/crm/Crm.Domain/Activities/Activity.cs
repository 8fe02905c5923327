using Kernel.Calendars;
using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Crm.Activities;

/// <summary>Something done with or for a customer, or due: a call, a meeting, a task, a note.</summary>
public class Activity : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public ActivityKind Kind { get; private set; }
    public Guid PartyId { get; private set; }

    /// <summary>The person at the customer it is with, a party as well.</summary>
    public Guid? ContactPersonId { get; private set; }

    /// <summary>What is to be done. Whatever was planned has one.</summary>
    public string? Subject { get; private set; }

    /// <summary>What was said, decided, or is good to know. A note has one.</summary>
    public string? Text { get; private set; }
    public ActivityPriority Priority { get; private set; } = ActivityPriority.Normal;

    /// <summary>Who is to do it, or did it.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>The day it is due in the tenant's calendar. Null for what was logged without having been planned.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>The instant it starts, in UTC, when it has a time of day; it lies on <see cref="DueOn"/>.</summary>
    public DateTime? StartsAt { get; private set; }

    /// <summary>When it comes again after it is done.</summary>
    public ActivityRepeat Repeat { get; private set; }

    /// <summary>The first day of its series, from which all others are counted: 31 Farvardin stays the last day of every month.</summary>
    public DateOnly? SeriesFrom { get; private set; }

    /// <summary>How often it has come before.</summary>
    public int SeriesIndex { get; private set; }

    /// <summary>When it happened or was completed, in UTC. Null while it is open.</summary>
    public DateTime? DoneAt { get; private set; }

    /// <summary>What came of it, in the user's words.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Calls only.</summary>
    public CallDirection? Direction { get; private set; }

    /// <summary>Done calls only.</summary>
    public CallResult? Result { get; private set; }

    /// <summary>The customer was reached: a meeting held, or a call in which they talked.</summary>
    public bool IsContact { get; private set; }

    public bool IsDone => DoneAt is not null;

    private Activity() { } // EF Core

    private Activity(Guid id, ActivityKind kind, Guid partyId, Guid? ownerId) : base(id)
    {
        Kind = kind;
        PartyId = Check.NotDefaultOrNull<Guid>(partyId, nameof(partyId));
        OwnerId = ownerId;
    }

    /// <summary>Something that is still to be done: a call, a meeting or a task.</summary>
    /// <param name="startsAt">UTC; a meeting must have it.</param>
    public static Activity Plan(
        Guid id, ActivityKind kind, Guid partyId, string subject, string? text, DateOnly dueOn, DateTime? startsAt, Guid? ownerId)
    {
        if (kind == ActivityKind.Note)
        {
            throw new BusinessException(CrmErrorCodes.NoteHappensNow);
        }

        var activity = new Activity(id, kind, partyId, ownerId);
        activity.SetDue(dueOn, startsAt);
        activity.Describe(subject, text);
        if (kind == ActivityKind.Call)
        {
            activity.Direction = CallDirection.Outgoing;
        }
        return activity;
    }

    /// <summary>A call that was made or taken.</summary>
    public static Activity LogCall(
        Guid id, Guid partyId, string? text, CallDirection direction, CallResult result, DateTime at, DateTime now, Guid? ownerId)
    {
        var call = new Activity(id, ActivityKind.Call, partyId, ownerId) { Direction = direction };
        call.Describe(null, text);
        call.Finish(at, now, result);
        return call;
    }

    /// <summary>A meeting that was held, or a note.</summary>
    public static Activity Log(Guid id, ActivityKind kind, Guid partyId, string? text, DateTime at, DateTime now, Guid? ownerId)
    {
        if (kind == ActivityKind.Task)
        {
            throw new BusinessException(CrmErrorCodes.TaskIsNotLogged);
        }

        var activity = new Activity(id, kind, partyId, ownerId);
        activity.Describe(null, text);
        activity.Finish(at, now, null);
        return activity;
    }

    public void Describe(string? subject, string? text)
    {
        Subject = StoredText.Optional(subject, nameof(subject), ActivityConsts.MaxSubjectLength);
        Text = StoredText.Optional(text, nameof(text), ActivityConsts.MaxTextLength);
        if ((DueOn is not null && Subject is null) || (Kind == ActivityKind.Note && Text is null))
        {
            throw new BusinessException(CrmErrorCodes.NothingWritten);
        }
    }

    public void With(Guid? contactPersonId) => ContactPersonId = contactPersonId;

    public void Prioritise(ActivityPriority priority) => Priority = priority;

    public void HandOver(Guid ownerId) => OwnerId = Check.NotDefaultOrNull<Guid>(ownerId, nameof(ownerId));

    /// <param name="at">When it happened, in UTC.</param>
    /// <param name="outcome">What came of it; null or blank for nothing to say.</param>
    /// <param name="result">How a call ended; <see cref="CallResult.Talked"/> when left out. Not for other kinds.</param>
    public void Complete(DateTime at, DateTime now, string? outcome = null, CallResult? result = null)
    {
        RefuseWhenDone();
        Finish(at, now, result);
        Outcome = StoredText.Optional(outcome, nameof(outcome), ActivityConsts.MaxOutcomeLength);
    }

    public void Reschedule(DateOnly dueOn, DateTime? startsAt)
    {
        RefuseWhenDone();
        SetDue(dueOn, startsAt);
    }

    /// <summary>It comes again, from its day on.</summary>
    public void RepeatEvery(ActivityRepeat repeat) => (Repeat, SeriesFrom, SeriesIndex) = (repeat, repeat == ActivityRepeat.Never ? null : DueOn, 0);

    /// <returns>The next of its series, planned; null for what does not come again. One that was moved changes no other.</returns>
    public Activity? Next(Guid id)
    {
        if (Repeat == ActivityRepeat.Never || SeriesFrom is not { } first || DueOn is not { } due)
        {
            return null;
        }
        var day = DayOf(first, SeriesIndex + 1);
        var next = Plan(id, Kind, PartyId, Subject!, Text, day, StartsAt?.AddDays(day.DayNumber - due.DayNumber), OwnerId);
        next.ContactPersonId = ContactPersonId;
        next.Priority = Priority;
        (next.Repeat, next.SeriesFrom, next.SeriesIndex) = (Repeat, first, SeriesIndex + 1);
        return next;
    }

    private DateOnly DayOf(DateOnly first, int index) => Repeat switch
    {
        ActivityRepeat.Daily => first.AddDays(index),
        ActivityRepeat.Weekly => first.AddDays(7 * index),
        ActivityRepeat.MonthlyJalali => JalaliCalendar.AddMonths(first, index),
        ActivityRepeat.MonthlyGregorian => first.AddMonths(index),
        ActivityRepeat.YearlyJalali => JalaliCalendar.AddYears(first, index),
        _ => first.AddYears(index),
    };

    /// <summary>Takes back a completion. What was never planned stays done: it has no day to go back to.</summary>
    public void Reopen()
    {
        if (!IsDone)
        {
            throw new BusinessException(CrmErrorCodes.ActivityNotDone);
        }
        if (DueOn is null)
        {
            throw new BusinessException(CrmErrorCodes.ActivityWasNotPlanned);
        }
        (DoneAt, Outcome, Result, IsContact) = (null, null, null, false);
    }

    private void SetDue(DateOnly dueOn, DateTime? startsAt)
    {
        if (Kind == ActivityKind.Meeting && startsAt is null)
        {
            throw new BusinessException(CrmErrorCodes.MeetingNeedsTime);
        }
        (DueOn, StartsAt) = (dueOn, Utc(startsAt, nameof(startsAt)));
    }

    private void Finish(DateTime at, DateTime now, CallResult? result)
    {
        if (at > now)
        {
            throw new BusinessException(CrmErrorCodes.ActivityInFuture);
        }
        if (Kind == ActivityKind.Call)
        {
            result ??= CallResult.Talked;
        }
        else if (result is not null)
        {
            throw new ArgumentException("Only a call has a result.", nameof(result));
        }

        DoneAt = Utc(at, nameof(at));
        Result = result;
        IsContact = Kind == ActivityKind.Meeting || result == CallResult.Talked;
    }

    private void RefuseWhenDone()
    {
        if (IsDone)
        {
            throw new BusinessException(CrmErrorCodes.ActivityAlreadyDone);
        }
    }

    private static DateTime? Utc(DateTime? instant, string name) =>
        instant is null or { Kind: DateTimeKind.Utc } ? instant : throw new ArgumentException("An instant is stored in UTC.", name);
}
