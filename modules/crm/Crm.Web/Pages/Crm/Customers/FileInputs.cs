using System.ComponentModel.DataAnnotations;
using Crm.Activities;

namespace Crm.Web.Customers;

/// <summary>What the composer's forms in the customer's file post, as people type it.</summary>
public class NoteInput
{
    public string? Text { get; set; }
}

public class CallInput
{
    public CallDirection Direction { get; set; } = CallDirection.Outgoing;
    public CallResult Result { get; set; } = CallResult.Talked;
    public Guid? ContactPersonId { get; set; }
    public string? Text { get; set; }

    /// <summary>Blank for now.</summary>
    public DateTime? At { get; set; }

    public DateOnly? FollowUpOn { get; set; }
    public string? FollowUpSubject { get; set; }
}

public class PlanInput
{
    public string? Subject { get; set; }

    [Required]
    public DateOnly? DueOn { get; set; }

    public TimeOnly? Time { get; set; }
    public Guid? ContactPersonId { get; set; }
    public string? Text { get; set; }
    public ActivityPriority Priority { get; set; } = ActivityPriority.Normal;
    public ActivityRepeat Repeat { get; set; }

    [Range(1, ActivityConsts.MaxLength)]
    public int? LengthMinutes { get; set; }

    [StringLength(ActivityConsts.MaxLocationLength)]
    public string? Location { get; set; }

    [StringLength(ActivityConsts.MaxUrlLength)]
    public string? OnlineUrl { get; set; }
    public bool IsPrivate { get; set; }
    public RemindInput Remind { get; set; } = new();

    /// <summary>Of a meeting: its page is opened, where people are invited.</summary>
    public bool ThenInvite { get; set; }
}

public class FinishInput
{
    public string? Outcome { get; set; }

    /// <summary>Of a call.</summary>
    public CallResult? Result { get; set; }
}

public class MoveInput
{
    [Required]
    public DateOnly? DueOn { get; set; }

    public TimeOnly? Time { get; set; }
}
