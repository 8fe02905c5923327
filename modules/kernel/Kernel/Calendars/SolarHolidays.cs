namespace Kernel.Calendars;

/// <summary>Iran's official holidays that have a fixed day in the solar year. The lunar ones are announced and come from a yearly table.</summary>
public static class SolarHolidays
{
    private static readonly (int Month, int Day)[] Fixed = [(1, 1), (1, 2), (1, 3), (1, 4), (1, 12), (1, 13), (3, 14), (3, 15), (11, 22), (12, 29)];

    /// <param name="year">Of the Jalali calendar.</param>
    public static IEnumerable<DateOnly> Of(int year) => Fixed.Select(day => JalaliCalendar.ToDate(year, day.Month, day.Day));
}
