namespace Crm.Reports;

public static class Forecast
{
    /// <returns>Σ amount · p, in the unit of the amounts, unrounded.</returns>
    /// <param name="deals">Amounts of one currency, each with its probability from 0 to 1.</param>
    public static decimal Weighted(IEnumerable<(decimal Amount, decimal Probability)> deals) => deals.Sum(deal => deal.Amount * deal.Probability);

    /// <returns>The standard deviation of the weighted amount if deals are won independently of one another: √(Σ amount² · p(1 − p)).</returns>
    /// <inheritdoc cref="Weighted"/>
    public static double Spread(IEnumerable<(decimal Amount, decimal Probability)> deals) =>
        Math.Sqrt(deals.Sum(deal => (double)deal.Amount * (double)deal.Amount * (double)deal.Probability * (double)(1 - deal.Probability)));

    /// <summary>Sales velocity: what the open opportunities bring in a day.</summary>
    /// <param name="meanValue">Mean amount of a won opportunity.</param>
    /// <param name="winRate">A fraction from 0 to 1.</param>
    /// <param name="cycleDays">Mean days from opening to closing; above 0.</param>
    /// <returns>Open × mean value × win rate / cycle days, in the unit of <paramref name="meanValue"/> per day, unrounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The cycle is not above 0.</exception>
    public static decimal Velocity(int open, decimal meanValue, decimal winRate, decimal cycleDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cycleDays);
        return open * meanValue * winRate / cycleDays;
    }
}
