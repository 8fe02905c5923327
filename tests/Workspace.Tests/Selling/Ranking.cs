namespace Workspace.Tests.Selling;

internal static class Ranking
{
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

public class RankingTests
{
    [Fact]
    public void The_ranking_is_measured_by_the_chance_that_a_won_one_stands_above_a_lost_one()
    {
        Ranking.Auc([(3, true), (2, true), (1, false)]).ShouldBe(1);
        Ranking.Auc([(1, true), (1, false)]).ShouldBe(0.5);
        Ranking.Auc([(4, true), (3, false), (2, true), (1, false)]).ShouldBe(0.75);
    }
}
