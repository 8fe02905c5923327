namespace Crm.Choices;

/// <summary>The lists of words that each organisation keeps for itself.</summary>
public enum ChoiceKind
{
    LeadSource = 1,
    WinReason = 2,
    LossReason = 3,
    DisqualifyReason = 4,
    Competitor = 5
}
