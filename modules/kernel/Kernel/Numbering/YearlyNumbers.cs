using Kernel.Calendars;

namespace Kernel.Numbering;

public static class YearlyNumbers
{
    /// <summary>A number of the day's fiscal year, which is the Jalali year, such as INV-1405-00012.</summary>
    /// <inheritdoc cref="INumbering.NextAsync"/>
    public static async Task<string> NextAsync(this INumbering numbering, string series, DateOnly date)
    {
        var (year, _, _) = JalaliCalendar.FromDate(date);
        return $"{series}-{year}-{await numbering.NextAsync(series, year):00000}";
    }
}
