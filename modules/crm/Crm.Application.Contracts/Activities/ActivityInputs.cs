using System.ComponentModel.DataAnnotations;

namespace Crm.Activities;

public class OpenActivitiesInput
{
    /// <summary>Everybody's, not only the current user's.</summary>
    public bool Everyone { get; set; }

    public DateOnly? AfterDue { get; set; }
    public Guid? AfterId { get; set; }

    [Range(1, 200)]
    public int Max { get; set; } = 50;
}

public class ActivitiesBetweenInput
{
    [Required]
    public DateOnly? From { get; set; }

    /// <summary>The first day after them.</summary>
    [Required]
    public DateOnly? Before { get; set; }

    /// <summary>Everybody's, not only the current user's.</summary>
    public bool Everyone { get; set; }
}

public class LogCallDto
{
    public Guid PartyId { get; set; }
    public Guid? ContactPersonId { get; set; }

    [EnumDataType(typeof(CallDirection))]
    public CallDirection Direction { get; set; } = CallDirection.Outgoing;

    [EnumDataType(typeof(CallResult))]
    public CallResult Result { get; set; } = CallResult.Talked;

    [StringLength(ActivityConsts.MaxTextLength)]
    public string? Text { get; set; }

    /// <summary>UTC; now when left out.</summary>
    public DateTime? At { get; set; }

    /// <summary>The day of the next call, which is planned along with this one; none when left out.</summary>
    public DateOnly? FollowUpOn { get; set; }

    [StringLength(ActivityConsts.MaxSubjectLength)]
    public string? FollowUpSubject { get; set; }
}

public class LogMeetingDto
{
    public Guid PartyId { get; set; }
    public Guid? ContactPersonId { get; set; }

    [StringLength(ActivityConsts.MaxTextLength)]
    public string? Text { get; set; }

    /// <summary>UTC; now when left out.</summary>
    public DateTime? At { get; set; }
}

public class AddNoteDto
{
    public Guid PartyId { get; set; }
    public Guid? ContactPersonId { get; set; }

    [Required, StringLength(ActivityConsts.MaxTextLength)]
    public string Text { get; set; } = null!;
}

public class PlanActivityDto
{
    [EnumDataType(typeof(ActivityKind))]
    public ActivityKind Kind { get; set; } = ActivityKind.Task;

    public Guid PartyId { get; set; }
    public Guid? ContactPersonId { get; set; }

    [Required, StringLength(ActivityConsts.MaxSubjectLength)]
    public string Subject { get; set; } = null!;

    [StringLength(ActivityConsts.MaxTextLength)]
    public string? Text { get; set; }

    [Required]
    public DateOnly? DueOn { get; set; }

    /// <summary>UTC, on that day; a meeting needs it.</summary>
    public DateTime? StartsAt { get; set; }

    [EnumDataType(typeof(ActivityPriority))]
    public ActivityPriority Priority { get; set; } = ActivityPriority.Normal;

    /// <summary>When it comes again after it is done.</summary>
    [EnumDataType(typeof(ActivityRepeat))]
    public ActivityRepeat Repeat { get; set; }

    /// <summary>Who is to do it; the current user when left out.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>Of something with a time of day.</summary>
    [Range(1, ActivityConsts.MaxLength)]
    public int? LengthMinutes { get; set; }

    [StringLength(ActivityConsts.MaxLocationLength)]
    public string? Location { get; set; }

    /// <summary>Where to meet online, a whole address.</summary>
    [StringLength(ActivityConsts.MaxUrlLength)]
    public string? OnlineUrl { get; set; }

    /// <summary>Others than its owner and who is invited see only that its owner is busy.</summary>
    public bool IsPrivate { get; set; }

    /// <summary>How long before it reminds its owner and who attends, 0 for at the time; null for not at all.</summary>
    [Range(0, ActivityConsts.MaxRemindMinutes)]
    public int? RemindMinutes { get; set; }

    [EnumDataType(typeof(ReminderBy))]
    public ReminderBy RemindBy { get; set; } = ReminderBy.App;
}

public class UpdateActivityDto
{
    [Required, StringLength(ActivityConsts.MaxSubjectLength)]
    public string Subject { get; set; } = null!;

    [StringLength(ActivityConsts.MaxTextLength)]
    public string? Text { get; set; }

    [Required]
    public DateOnly? DueOn { get; set; }

    /// <inheritdoc cref="PlanActivityDto.StartsAt"/>
    public DateTime? StartsAt { get; set; }

    /// <inheritdoc cref="PlanActivityDto.LengthMinutes"/>
    [Range(1, ActivityConsts.MaxLength)]
    public int? LengthMinutes { get; set; }

    [StringLength(ActivityConsts.MaxLocationLength)]
    public string? Location { get; set; }

    /// <inheritdoc cref="PlanActivityDto.OnlineUrl"/>
    [StringLength(ActivityConsts.MaxUrlLength)]
    public string? OnlineUrl { get; set; }

    [EnumDataType(typeof(ActivityPriority))]
    public ActivityPriority Priority { get; set; } = ActivityPriority.Normal;

    /// <inheritdoc cref="PlanActivityDto.IsPrivate"/>
    public bool IsPrivate { get; set; }

    /// <inheritdoc cref="PlanActivityDto.RemindMinutes"/>
    [Range(0, ActivityConsts.MaxRemindMinutes)]
    public int? RemindMinutes { get; set; }

    [EnumDataType(typeof(ReminderBy))]
    public ReminderBy RemindBy { get; set; } = ReminderBy.App;
}

public class CompleteActivityDto
{
    [StringLength(ActivityConsts.MaxOutcomeLength)]
    public string? Outcome { get; set; }

    /// <summary>Of a call.</summary>
    [EnumDataType(typeof(CallResult))]
    public CallResult? Result { get; set; }
}

public class RescheduleActivityDto
{
    [Required]
    public DateOnly? DueOn { get; set; }

    /// <summary>UTC; a meeting needs it.</summary>
    public DateTime? StartsAt { get; set; }
}
