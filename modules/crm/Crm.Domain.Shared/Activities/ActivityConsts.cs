namespace Crm.Activities;

public static class ActivityConsts
{
    public const int MaxSubjectLength = 200;
    public const int MaxTextLength = 4000;
    public const int MaxOutcomeLength = 1000;
    public const int MaxLocationLength = 200;
    public const int MaxUrlLength = 500;

    /// <summary>How long something with a time of day takes where nobody says so, in minutes.</summary>
    public const int UsualLength = 60;
    public const int MaxLength = 24 * 60;

    /// <summary>Four weeks.</summary>
    public const int MaxRemindMinutes = 28 * 24 * 60;
}
