using Crm.Leads;

namespace Crm.Scoring;

/// <summary>How promising a lead is, with each point explained by its rule.</summary>
public static class LeadScore
{
    /// <returns>The rules that hold and what each is worth now, the weightiest first.</returns>
    /// <param name="source">The name of the lead's source.</param>
    /// <param name="now">UTC.</param>
    public static IReadOnlyList<(ScoreRule Rule, double Points)> Explain(Lead lead, string? source, IReadOnlyCollection<ScoreRule> rules, DateTime now)
    {
        if (rules.Count == 0)
        {
            return [];
        }
        var (facts, age) = (new LeadFacts(lead, source), (now - lead.LastTouchAt).TotalDays);
        return [.. rules.Where(rule => rule.Holds(facts[rule.Subject])).Select(rule => (rule, rule.Worth(age))).OrderByDescending(point => Math.Abs(point.Item2))];
    }

    /// <returns>Rounded half away from zero.</returns>
    public static int Of(Lead lead, string? source, IReadOnlyCollection<ScoreRule> rules, DateTime now) =>
        (int)Math.Round(Explain(lead, source, rules, now).Sum(point => point.Points), MidpointRounding.AwayFromZero);

    /// <summary>
    /// How well scores rank: the chance that one of the first kind stands above one of the second, ties counting half. 0.5 is chance.
    /// </summary>
    /// <remarks>The area under the ROC curve, by the rank sum of Mann and Whitney.</remarks>
    public static double Auc(IEnumerable<(double Score, bool IsPositive)> scored)
    {
        double rank = 0, sum = 0, positives = 0;
        foreach (var same in scored.GroupBy(one => one.Score).OrderBy(same => same.Key))
        {
            var (count, positive) = (same.Count(), same.Count(one => one.IsPositive));
            sum += positive * (rank + (count + 1) / 2.0);
            (rank, positives) = (rank + count, positives + positive);
        }
        return (sum - positives * (positives + 1) / 2) / (positives * (rank - positives));
    }
}
