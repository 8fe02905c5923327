namespace Crm.Meetings;

public static class MeetingConsts
{
    public const int MaxAttendees = 50;
    public const int MaxNameLength = 200;
    public const int MaxEmailLength = 254;
    public const int MaxCommentLength = 500;

    /// <summary>Of the file in which a calendar program answers.</summary>
    public const int MaxReplyLength = 65_536;
}
