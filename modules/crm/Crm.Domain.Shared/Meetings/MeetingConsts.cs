namespace Crm.Meetings;

public static class MeetingConsts
{
    public const int MaxAttendees = 50;
    public const int MaxNameLength = 200;
    public const int MaxEmailLength = 254;
    public const int MaxCommentLength = 500;
}
