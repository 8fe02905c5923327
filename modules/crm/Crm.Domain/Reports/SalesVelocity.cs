namespace Crm.Reports;

/// <summary>What comes in per day: open deals × mean value × win rate ÷ days of a cycle.</summary>
public static class SalesVelocity
{
    /// <param name="meanValue">Of won deals, in any unit; the result has the same.</param>
    /// <param name="winRate">A fraction.</param>
    /// <param name="cycleDays">Mean days from opening to closing.</param>
    /// <returns>Null without a cycle to divide by.</returns>
    public static decimal? Of(int open, decimal meanValue, double winRate, double cycleDays) =>
        cycleDays > 0 ? open * meanValue * (decimal)winRate / (decimal)cycleDays : null;
}
