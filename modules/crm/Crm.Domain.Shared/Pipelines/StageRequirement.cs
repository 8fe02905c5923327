namespace Crm.Pipelines;

/// <summary>What must be known or done before an opportunity may enter a stage.</summary>
[Flags]
public enum StageRequirement
{
    None = 0,
    Amount = 1,
    ExpectedClose = 2,
    Need = 4,
    NextStep = 8,
    DecisionMaker = 16,
    Competitor = 32,

    /// <summary>A call or a meeting in which the customer was reached, since the opportunity was opened.</summary>
    Talk = 64
}
