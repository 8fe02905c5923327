namespace Crm.Reports;

/// <summary>Won / (won + lost) with the interval in which the true rate lies with 95 % confidence.</summary>
/// <param name="Rate">A fraction from 0 to 1; null when nothing was closed.</param>
/// <remarks>Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22(158), 1927.</remarks>
public record WinRate(double? Rate, double? Low, double? High)
{
    private const double Z = 1.959963984540054; // of the normal distribution, 95 %, two-sided

    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static WinRate Of(int won, int lost)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(won);
        ArgumentOutOfRangeException.ThrowIfNegative(lost);
        if (won + lost == 0)
        {
            return new WinRate(null, null, null);
        }
        double n = won + lost, rate = won / n;
        var centre = rate + Z * Z / (2 * n);
        var half = Z * Math.Sqrt(rate * (1 - rate) / n + Z * Z / (4 * n * n));
        var whole = 1 + Z * Z / n;
        return new WinRate(rate, (centre - half) / whole, (centre + half) / whole);
    }
}
