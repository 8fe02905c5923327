using Crm.Activities;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace Crm.Meetings;

/// <summary>Who is invited to a meeting: a user, a person who is a party, or anybody with a mail address.</summary>
public class MeetingAttendee : Entity<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid ActivityId { get; private set; }
    public Guid? UserId { get; private set; }

    /// <summary>A party, to whose own address the invitation goes.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Of one who is neither user nor party.</summary>
    public string? Email { get; private set; }
    public string? Name { get; private set; }

    public AttendeeAnswer Answer { get; private set; }
    public DateTime? AnsweredAt { get; private set; }
    public string? Comment { get; private set; }

    /// <summary>Who of us wrote the answer down that came by telephone or mail; null for one of his own.</summary>
    public Guid? RecordedById { get; private set; }

    /// <summary>No longer invited; kept, so that he can be told.</summary>
    public bool IsWithdrawn { get; internal set; }

    private MeetingAttendee() { } // EF Core

    internal MeetingAttendee(Guid id, Activity meeting, Invitee invitee) : base(id)
    {
        (ActivityId, TenantId) = (meeting.Id, meeting.TenantId);
        (UserId, PersonId, Email, Name) = (invitee.UserId, invitee.PersonId, invitee.Email, invitee.Name);
    }

    internal bool Is(Invitee invitee) => UserId == invitee.UserId && PersonId == invitee.PersonId && Email == invitee.Email;

    internal void Say(AttendeeAnswer answer, string? comment, DateTime now, Guid? recordedById)
    {
        (Answer, AnsweredAt, RecordedById) = (answer, now, recordedById);
        Comment = StoredText.Optional(comment, nameof(comment), MeetingConsts.MaxCommentLength);
    }

    /// <summary>The meeting is at another time now.</summary>
    internal void AskAgain() => (Answer, AnsweredAt, Comment, RecordedById) = (AttendeeAnswer.None, null, null, null);
}
