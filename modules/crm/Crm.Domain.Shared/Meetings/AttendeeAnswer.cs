namespace Crm.Meetings;

/// <summary>What somebody who is invited to a meeting says.</summary>
public enum AttendeeAnswer
{
    None = 0,
    Accepted = 1,
    Tentative = 2,
    Declined = 3
}
