namespace Crm.Reports;

/// <summary>Opportunities of one age and state.</summary>
/// <param name="Days">From opening to closing; of open ones, to today.</param>
public record AgedDeals(int Days, bool IsWon, bool IsLost, int Count);

/// <param name="Share">Won within so many days, as a fraction of all that were ever opened.</param>
public record WonByAgePoint(int Days, double Share);

/// <summary>
/// What share of opportunities is won by a given age. Open ones count for as long as they have been open, so a report in the
/// middle of a quarter does not flatter; a lost one can no longer be won.
/// </summary>
/// <remarks>
/// Kaplan and Meier, JASA 53, 1958, with losing as a competing end (Aalen and Johansen, 1978): without open opportunities the
/// last point is won / (won + lost).
/// </remarks>
public static class WonByAge
{
    /// <returns>A step for each age at which one was won, the youngest first.</returns>
    public static IReadOnlyList<WonByAgePoint> Of(IEnumerable<AgedDeals> deals)
    {
        var ages = deals.GroupBy(deal => deal.Days).OrderBy(age => age.Key).ToList();
        double atRisk = ages.Sum(age => age.Sum(deal => deal.Count)), stillOpen = 1, share = 0;
        var points = new List<WonByAgePoint>();
        foreach (var age in ages)
        {
            var (won, lost) = (age.Where(deal => deal.IsWon).Sum(deal => deal.Count), age.Where(deal => deal.IsLost).Sum(deal => deal.Count));
            if (won > 0)
            {
                share += stillOpen * won / atRisk;
                points.Add(new WonByAgePoint(age.Key, share));
            }
            stillOpen *= 1 - (won + lost) / atRisk;
            atRisk -= age.Sum(deal => deal.Count);
        }
        return points;
    }
}
