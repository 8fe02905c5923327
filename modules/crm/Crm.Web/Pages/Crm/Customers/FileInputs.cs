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
