namespace Crm.Activities;

/// <summary>One activity as lists and the customer's file show it. Instants are in UTC.</summary>
public class ActivityRow
{
    public Guid Id { get; set; }
    public ActivityKind Kind { get; set; }
    public Guid PartyId { get; set; }
    public string? PartyName { get; set; }
    public Guid? ContactPersonId { get; set; }
    public string? ContactName { get; set; }
    public string? Subject { get; set; }
    public string? Text { get; set; }
    public ActivityPriority Priority { get; set; }
    public Guid? OwnerId { get; set; }
    public string? OwnerName { get; set; }
    public DateOnly? DueOn { get; set; }
    public DateTime? StartsAt { get; set; }
    public DateTime? DoneAt { get; set; }
    public string? Outcome { get; set; }
    public CallDirection? Direction { get; set; }
    public CallResult? Result { get; set; }

    /// <summary>Of something with a time of day, in minutes.</summary>
    public int? LengthMinutes { get; set; }
    public string? Location { get; set; }
    public string? OnlineUrl { get; set; }
    public bool IsPrivate { get; set; }

    /// <summary>How long before it reminds; null for not at all.</summary>
    public int? RemindMinutes { get; set; }
    public ReminderBy RemindBy { get; set; }

    /// <summary>Of a meeting that was called off.</summary>
    public DateTime? CancelledAt { get; set; }
    public ActivityRepeat Repeat { get; set; }

    public DateTime? EndsAt => StartsAt?.AddMinutes(LengthMinutes ?? ActivityConsts.UsualLength);

    /// <summary>It was planned, so it has a day to go back to.</summary>
    public bool CanBeReopened => DoneAt is not null && DueOn is not null && CancelledAt is null;
}

/// <param name="HasMore">Send the last row's DueOn and Id for the next page.</param>
public record ActivityPage(List<ActivityRow> Rows, bool HasMore);
