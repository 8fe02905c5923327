namespace Crm.Activities;

public static class ActivityConsts
{
    public const int MaxSubjectLength = 200;
    public const int MaxTextLength = 4000;
    public const int MaxOutcomeLength = 1000;
}
