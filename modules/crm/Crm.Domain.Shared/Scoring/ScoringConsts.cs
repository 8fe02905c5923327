namespace Crm.Scoring;

public static class ScoringConsts
{
    public const int MaxSubjectLength = 120;
    public const int MaxValueLength = 200;
    public const int MaxPoints = 100;
    public const int MaxHalfLifeDays = 365;
    public const int MaxRules = 100;
}

public enum ScoreTest
{
    /// <summary>Something is known.</summary>
    IsKnown = 1,

    /// <summary>It is the value, upper and lower case and forms of letters being one.</summary>
    Is = 2,

    /// <summary>It is a number as large as the value or larger.</summary>
    AtLeast = 3
}
