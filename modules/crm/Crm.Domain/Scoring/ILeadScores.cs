namespace Crm.Scoring;

/// <summary>Scores that are kept beside leads, written round their aggregates: a score that fades is no change that anybody made.</summary>
public interface ILeadScores
{
    /// <summary>All leads of the organisation are to be reckoned anew on the day.</summary>
    Task MarkDueAsync(DateOnly day);

    /// <summary>One statement for all leads of one score. One that was reckoned since, and is no longer due on the day, keeps what it has.</summary>
    Task WriteAsync(IReadOnlyCollection<Guid> leadIds, int score, DateOnly? until, DateOnly day);
}
