namespace Crm.Reports;

public static class AnswerTimes
{
    /// <param name="ordered">From the smallest to the largest.</param>
    /// <param name="share">A fraction from 0 to 1.</param>
    /// <returns>Between two of them in proportion; null of none.</returns>
    public static double? Quantile(IReadOnlyList<double> ordered, double share)
    {
        if (ordered.Count == 0)
        {
            return null;
        }
        var place = share * (ordered.Count - 1);
        var (below, above) = ((int)Math.Floor(place), (int)Math.Ceiling(place));
        return ordered[below] + (ordered[above] - ordered[below]) * (place - below);
    }
}
