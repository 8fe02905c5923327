using Crm.Opportunities;

namespace Crm.Reports;

/// <summary>A move between two stages of one pipeline, by their places from 1; one that opened, closed or reopened a deal is none.</summary>
/// <param name="Longest">Of the stage it left, in days; null for no limit.</param>
public record StageStep(Guid OpportunityId, int From, int To, double DaysBefore, int? Longest);

/// <summary>How far sellers keep to the way that a pipeline has.</summary>
/// <param name="Skipped">Moves that passed over a stage.</param>
/// <param name="Repeated">Moves back into a stage that was passed already.</param>
/// <param name="TooLong">Stages left after more than their longest stay.</param>
public record Conformance(int Deals, int Moves, int Skipped, int Repeated, int TooLong)
{
    /// <summary>Moves that were none of the three, as a fraction.</summary>
    public double? Share => Moves == 0 ? null : 1 - (double)Faulty / Moves;

    private int Faulty { get; init; }

    public static Conformance Of(IReadOnlyCollection<StageStep> steps) => new(
        steps.Select(step => step.OpportunityId).Distinct().Count(), steps.Count, steps.Count(Skips), steps.Count(Repeats), steps.Count(IsTooLong))
    {
        Faulty = steps.Count(step => Skips(step) || Repeats(step) || IsTooLong(step)),
    };

    private static bool Skips(StageStep step) => step.To > step.From + 1;

    private static bool Repeats(StageStep step) => step.To < step.From;

    private static bool IsTooLong(StageStep step) => step.DaysBefore > step.Longest;
}
