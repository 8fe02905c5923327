namespace Crm.Assignment;

public static class AssignmentConsts
{
    public const int MaxNameLength = 100;
    public const int MaxMembers = 50;

    /// <summary>In working minutes.</summary>
    public const int MaxAnswerMinutes = 10_000;

    /// <summary>In working minutes, where no rule says otherwise.</summary>
    public const int GivenAnswerMinutes = 120;
}

/// <summary>Who of a rule's people gets the next lead.</summary>
public enum AssignmentMode
{
    /// <summary>One after another.</summary>
    InTurn = 1,

    /// <summary>Who has the fewest open leads.</summary>
    ByLoad = 2
}
