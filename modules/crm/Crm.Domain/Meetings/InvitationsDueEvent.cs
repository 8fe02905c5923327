namespace Crm.Meetings;

/// <summary>People are to be told of a meeting, or that it is off for them. Handled in the unit of work that changed it.</summary>
/// <param name="StartsAt">UTC.</param>
/// <param name="Sequence">Of the meeting; an older one is out of date.</param>
public record InvitationsDueEvent(Guid ActivityId, string Subject, DateTime StartsAt, int Sequence, bool IsCancelled, IReadOnlyList<InvitedOne> To);

/// <param name="UserId">Of one of us.</param>
public record InvitedOne(Guid AttendeeId, Guid? UserId);
