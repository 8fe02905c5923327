using System.ComponentModel.DataAnnotations;
using Volo.Abp.Application.Services;

namespace Crm.Meetings;

/// <summary>Who is invited to a meeting, and what they say.</summary>
public interface IMeetingAppService : IApplicationService
{
    Task<List<AttendeeRow>> GetAttendeesAsync(Guid id);

    /// <summary>A user, a person who is a party, or anybody with a mail address: exactly one of them.</summary>
    Task InviteAsync(Guid id, InviteDto input);

    /// <summary>Somebody is no longer invited, and is told.</summary>
    Task WithdrawAsync(Guid id, Guid attendeeId);

    /// <summary>What the current user, who is invited, says.</summary>
    Task AnswerAsync(Guid id, AnswerInvitationDto input);

    /// <summary>Writes down what somebody who is invited said by telephone or mail; it is kept who did.</summary>
    Task RecordAnswerAsync(Guid id, Guid attendeeId, AnswerInvitationDto input);

    /// <summary>Writes down what a calendar program answered by mail: the text of its file (iCalendar, METHOD:REPLY).</summary>
    Task<ReplyReadDto> ReadReplyAsync(Guid id, ReadReplyDto input);

    /// <summary>It will not take place. Who is invited is told.</summary>
    Task CancelAsync(Guid id, CancelMeetingDto input);

    /// <summary>When colleagues are busy, whatever with: no more is shown than that.</summary>
    Task<List<BusySpan>> GetBusyAsync(BusyInput input);
}

/// <param name="Email">Of one who is neither user nor party.</param>
/// <param name="AnsweredAt">UTC.</param>
/// <param name="RecordedById">Who of us wrote the answer down; null for one of his own.</param>
public record AttendeeRow(
    Guid Id, Guid? UserId, Guid? PersonId, string Name, string? Email, AttendeeAnswer Answer, DateTime? AnsweredAt, string? Comment, Guid? RecordedById, string? RecordedBy);

public class ReadReplyDto
{
    [Required, StringLength(MeetingConsts.MaxReplyLength)]
    public string Text { get; set; } = null!;
}

/// <param name="Name">Of who answered.</param>
public record ReplyReadDto(string Name, AttendeeAnswer Answer);

public class InviteDto
{
    public Guid? UserId { get; set; }
    public Guid? PersonId { get; set; }

    [StringLength(MeetingConsts.MaxEmailLength)]
    public string? Email { get; set; }

    /// <summary>Of the address.</summary>
    [StringLength(MeetingConsts.MaxNameLength)]
    public string? Name { get; set; }
}

public class AnswerInvitationDto : IValidatableObject
{
    /// <summary>Not <see cref="AttendeeAnswer.None"/>.</summary>
    [EnumDataType(typeof(AttendeeAnswer))]
    public AttendeeAnswer Answer { get; set; } = AttendeeAnswer.Accepted;

    [StringLength(MeetingConsts.MaxCommentLength)]
    public string? Comment { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (Answer == AttendeeAnswer.None)
        {
            yield return new ValidationResult(context.Text("Meeting:AnswerMissing"), [nameof(Answer)]);
        }
    }
}

public class CancelMeetingDto
{
    [StringLength(Activities.ActivityConsts.MaxOutcomeLength)]
    public string? Reason { get; set; }
}

public class BusyInput
{
    /// <summary>At most fifty; the current user when left out.</summary>
    [MaxLength(MeetingConsts.MaxAttendees)]
    public List<Guid> UserIds { get; set; } = [];

    /// <summary>UTC.</summary>
    [Required]
    public DateTime? From { get; set; }

    /// <summary>UTC, at most 31 days later.</summary>
    [Required]
    public DateTime? Before { get; set; }
}

/// <summary>UTC.</summary>
public record BusySpan(Guid UserId, DateTime From, DateTime To);
