using Crm.CheckLists;
using Crm.Meetings;
using Kernel.Calendars;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Crm.Activities;

/// <summary>Something done with or for a customer, or due: a call, a meeting, a task, a note.</summary>
public class Activity : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    private readonly List<MeetingAttendee> _attendees = [];

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

    /// <summary>Of something with a time of day: how long it takes, in minutes; null for <see cref="ActivityConsts.UsualLength"/>.</summary>
    public int? LengthMinutes { get; private set; }
    /// <summary>Where to meet.</summary>
    public string? Location { get; private set; }

    /// <summary>Where to meet online, a whole address.</summary>
    public string? OnlineUrl { get; private set; }

    /// <summary>Others than its owner and who is invited see only that its owner is busy.</summary>
    public bool IsPrivate { get; private set; }

    /// <summary>How long before it reminds its owner and who attends; null for not at all.</summary>
    public int? RemindMinutes { get; private set; }
    public ReminderBy RemindBy { get; private set; } = ReminderBy.App;

    /// <summary>The reminder that is still to come.</summary>
    public ActivityReminder? Reminder { get; private set; }

    /// <summary>How often what the invitation says has changed.</summary>
    public int Sequence { get; private set; }

    /// <summary>When it was called off, in UTC. It counts as done, and not as contact.</summary>
    public DateTime? CancelledAt { get; private set; }

    public IReadOnlyCollection<MeetingAttendee> Attendees => _attendees;

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
    public DateTime? EndsAt => StartsAt?.AddMinutes(LengthMinutes ?? ActivityConsts.UsualLength);

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
    /// <param name="openItems">What is mandatory on its check lists and not yet seen to.</param>
    /// <param name="outcome">What came of it; null or blank for nothing to say.</param>
    /// <param name="result">How a call ended; <see cref="CallResult.Talked"/> when left out. Not for other kinds.</param>
    /// <exception cref="BusinessException">It is done, or something mandatory is open.</exception>
    public void Complete(DateTime at, DateTime now, IReadOnlyCollection<string> openItems, string? outcome = null, CallResult? result = null)
    {
        RefuseWhenDone();
        OpenItems.Refuse(openItems, Subject);
        Finish(at, now, result);
        Outcome = StoredText.Optional(outcome, nameof(outcome), ActivityConsts.MaxOutcomeLength);
    }

    /// <param name="start">Of a working day; <see cref="DayStart.Usual"/> when left out.</param>
    public void Reschedule(DateOnly dueOn, DateTime? startsAt, DayStart? start = null)
    {
        RefuseWhenDone();
        TellingWhoIsInvited(() => SetDue(dueOn, startsAt, start));
    }

    /// <summary>What is planned, all of it at once: who is invited is told once.</summary>
    /// <param name="lengthMinutes">1 to <see cref="ActivityConsts.MaxLength"/>; null for the usual.</param>
    /// <param name="onlineUrl">https or http.</param>
    public void Replan(string subject, string? text, DateOnly dueOn, DateTime? startsAt, int? lengthMinutes, string? location, string? onlineUrl, DayStart? start = null)
    {
        RefuseWhenDone();
        TellingWhoIsInvited(() =>
        {
            SetDue(dueOn, startsAt, start);
            Describe(subject, text);
            Arrange(lengthMinutes, location, onlineUrl);
        });
    }

    /// <param name="lengthMinutes">1 to <see cref="ActivityConsts.MaxLength"/>; null for the usual.</param>
    /// <param name="onlineUrl">https or http.</param>
    public void Arrange(int? lengthMinutes, string? location, string? onlineUrl)
    {
        LengthMinutes = lengthMinutes is null or (> 0 and <= ActivityConsts.MaxLength) ? lengthMinutes : throw new BusinessException(CrmErrorCodes.LengthOutOfRange);
        Location = StoredText.Optional(location, nameof(location), ActivityConsts.MaxLocationLength);
        OnlineUrl = StoredText.Optional(onlineUrl, nameof(onlineUrl), ActivityConsts.MaxUrlLength);
        if (OnlineUrl is not null && !(Uri.TryCreate(OnlineUrl, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"))
        {
            throw new BusinessException(CrmErrorCodes.OnlineUrlWrong).WithData("Url", OnlineUrl);
        }
    }

    /// <summary>Its owner keeps it to himself and to who is invited.</summary>
    public void KeepPrivate(bool isPrivate) => IsPrivate = isPrivate;

    /// <param name="minutesBefore">From 0, which is at the time, to <see cref="ActivityConsts.MaxRemindMinutes"/>; null for not at all.</param>
    /// <param name="start">Of a working day; <see cref="DayStart.Usual"/> when left out.</param>
    public void Remind(int? minutesBefore, ReminderBy by, DayStart? start = null)
    {
        RefuseWhenDone();
        var before = RemindMinutes;
        RemindMinutes = minutesBefore is null or (>= 0 and <= ActivityConsts.MaxRemindMinutes) ? minutesBefore : throw new BusinessException(CrmErrorCodes.ReminderOutOfRange);
        RemindBy = by;
        if (before != minutesBefore)
        {
            PlanReminder(start);
        }
    }

    /// <exception cref="BusinessException">It is no meeting that is still to come, or he is invited already.</exception>
    public MeetingAttendee Invite(Guid id, Invitee invitee)
    {
        RefuseWhenDone();
        if (Kind != ActivityKind.Meeting)
        {
            throw new BusinessException(CrmErrorCodes.OnlyMeetingsInvite);
        }
        var attendee = _attendees.Find(known => known.Is(invitee));
        if (attendee is { IsWithdrawn: false } || (invitee.UserId is { } user && user == OwnerId))
        {
            throw new BusinessException(CrmErrorCodes.AttendeeExists);
        }
        if (attendee is null)
        {
            if (_attendees.Count >= MeetingConsts.MaxAttendees)
            {
                throw new BusinessException(CrmErrorCodes.TooManyAttendees).WithData("Max", MeetingConsts.MaxAttendees);
            }
            _attendees.Add(attendee = new MeetingAttendee(id, this, invitee));
        }
        attendee.IsWithdrawn = false;
        Tell([attendee], isCancelled: false);
        return attendee;
    }

    /// <summary>Somebody is no longer invited.</summary>
    public void Withdraw(Guid attendeeId)
    {
        RefuseWhenDone();
        var attendee = Attendee(attendeeId);
        attendee.IsWithdrawn = true;
        attendee.AskAgain();
        Tell([attendee], isCancelled: true);
    }

    /// <param name="answer">Not <see cref="AttendeeAnswer.None"/>.</param>
    /// <param name="recordedById">Who of us writes down what he was told; null when the attendee answers himself.</param>
    /// <exception cref="BusinessException">It was called off, or is over.</exception>
    public void Answer(Guid attendeeId, AttendeeAnswer answer, string? comment, DateTime now, Guid? recordedById = null)
    {
        if (answer == AttendeeAnswer.None) { throw new ArgumentOutOfRangeException(nameof(answer)); }
        if (CancelledAt is not null)
        {
            throw new BusinessException(CrmErrorCodes.MeetingCancelled);
        }
        if (IsDone || EndsAt < now)
        {
            throw new BusinessException(CrmErrorCodes.MeetingOver);
        }
        Attendee(attendeeId).Say(answer, comment, now, recordedById);
    }

    /// <summary>It will not take place. Who is invited is told.</summary>
    public void Cancel(string? reason, DateTime now)
    {
        RefuseWhenDone();
        if (Kind != ActivityKind.Meeting)
        {
            throw new BusinessException(CrmErrorCodes.OnlyMeetingsInvite);
        }
        (CancelledAt, DoneAt, IsContact) = (Utc(now, nameof(now)), now, false);
        Outcome = StoredText.Optional(reason, nameof(reason), ActivityConsts.MaxOutcomeLength);
        Sequence++;
        Tell(Invited, isCancelled: true);
    }

    private MeetingAttendee Attendee(Guid id) =>
        _attendees.Find(attendee => attendee.Id == id && !attendee.IsWithdrawn) ?? throw new EntityNotFoundException(typeof(MeetingAttendee), id);

    /// <summary>Who is invited learns of what the invitation says, and is asked anew when the time is another.</summary>
    private void TellingWhoIsInvited(Action change)
    {
        var (before, starts) = ((Subject, LengthMinutes, Location, OnlineUrl), StartsAt);
        change();
        var invited = Invited;
        if (invited.Count == 0 || (before == (Subject, LengthMinutes, Location, OnlineUrl) && starts == StartsAt))
        {
            return;
        }
        Sequence++;
        if (starts != StartsAt)
        {
            invited.ForEach(attendee => attendee.AskAgain());
        }
        Tell(invited, isCancelled: false);
    }

    private List<MeetingAttendee> Invited => _attendees.FindAll(attendee => !attendee.IsWithdrawn);

    private void Tell(List<MeetingAttendee> attendees, bool isCancelled)
    {
        if (attendees.Count > 0)
        {
            AddLocalEvent(new InvitationsDueEvent(
                Id, Subject!, StartsAt!.Value, Sequence, isCancelled, attendees.ConvertAll(attendee => new InvitedOne(attendee.Id, attendee.UserId))));
        }
    }

    /// <summary>One that is not yet due moves along; one that has come comes again only for another time.</summary>
    private void PlanReminder(DayStart? start)
    {
        if (RemindMinutes is not { } minutes || DueOn is not { } day)
        {
            Reminder = null;
            return;
        }
        var dueAt = (StartsAt ?? (start ?? DayStart.Usual).On(day)).AddMinutes(-minutes);
        if (Reminder is null)
        {
            Reminder = new ActivityReminder(this, dueAt);
        }
        else
        {
            Reminder.DueAt = dueAt;
        }
    }

    /// <summary>It comes again, from its day on.</summary>
    public void RepeatEvery(ActivityRepeat repeat) => (Repeat, SeriesFrom, SeriesIndex) = (repeat, repeat == ActivityRepeat.Never ? null : DueOn, 0);

    /// <returns>The next of its series, planned; null for what does not come again. One that was moved changes no other.</returns>
    /// <param name="start">Of a working day; <see cref="DayStart.Usual"/> when left out.</param>
    public Activity? Next(Guid id, DayStart? start = null)
    {
        if (Repeat == ActivityRepeat.Never || SeriesFrom is not { } first || DueOn is not { } due)
        {
            return null;
        }
        var day = DayOf(first, SeriesIndex + 1);
        var next = Plan(id, Kind, PartyId, Subject!, Text, day, StartsAt?.AddDays(day.DayNumber - due.DayNumber), OwnerId);
        next.ContactPersonId = ContactPersonId;
        next.Priority = Priority;
        next.IsPrivate = IsPrivate;
        next.Arrange(LengthMinutes, Location, OnlineUrl);
        next.Remind(RemindMinutes, RemindBy, start);
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
        if (CancelledAt is not null)
        {
            throw new BusinessException(CrmErrorCodes.MeetingCancelled);
        }
        (DoneAt, Outcome, Result, IsContact) = (null, null, null, false);
    }

    private void SetDue(DateOnly dueOn, DateTime? startsAt, DayStart? start = null)
    {
        if (Kind == ActivityKind.Meeting && startsAt is null)
        {
            throw new BusinessException(CrmErrorCodes.MeetingNeedsTime);
        }
        var isMoved = (DueOn, StartsAt) != (dueOn, Utc(startsAt, nameof(startsAt)));
        (DueOn, StartsAt) = (dueOn, startsAt);
        if (isMoved)
        {
            PlanReminder(start);
        }
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

    /// <exception cref="BusinessException">It is done.</exception>
    public void RefuseWhenDone()
    {
        if (IsDone)
        {
            throw new BusinessException(CrmErrorCodes.ActivityAlreadyDone);
        }
    }

    private static DateTime? Utc(DateTime? instant, string name) =>
        instant is null or { Kind: DateTimeKind.Utc } ? instant : throw new ArgumentException("An instant is stored in UTC.", name);
}
