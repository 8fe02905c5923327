using System.Globalization;
using Kernel.Calendars;
using Kernel.Displaying;

namespace Crm.Web;

/// <summary>A month of the reader's calendar.</summary>
/// <param name="Key">Its first day, for addresses.</param>
/// <param name="Before">The first day of the next one.</param>
public record CalendarMonth(string Key, string Name, DateOnly From, DateOnly Before)
{
    /// <summary>The Jalali month that has the day, whatever calendar the reader has: quotas are set by it, and are the same for everybody.</summary>
    public static CalendarMonth Jalali(DateOnly day, IDisplay display)
    {
        var first = day.AddDays(1 - JalaliCalendar.FromDate(day).Day);
        var next = first.AddDays(32);
        return new CalendarMonth(first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), JalaliNameOf(first, display), first, next.AddDays(1 - JalaliCalendar.FromDate(next).Day));
    }

    /// <summary>This month and those after it.</summary>
    public static IEnumerable<CalendarMonth> Since(DateOnly day, IDisplay display, int count)
    {
        for (var first = FirstOf(day, display); count > 0; count--)
        {
            var next = FirstOf(first.AddDays(32), display);
            yield return new CalendarMonth(first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), NameOf(first, display), first, next);
            first = next;
        }
    }

    private static DateOnly FirstOf(DateOnly day, IDisplay display) => day.AddDays(1 - (IsJalali(display) ? JalaliCalendar.FromDate(day).Day : day.Day));

    private static string NameOf(DateOnly first, IDisplay display)
    {
        if (!IsJalali(display))
        {
            return display.Digits(first.ToString(display.Language == "en" ? "MMMM yyyy" : "yyyy/MM", CultureInfo.InvariantCulture));
        }
        return JalaliNameOf(first, display);
    }

    private static string JalaliNameOf(DateOnly first, IDisplay display)
    {
        var (year, month, _) = JalaliCalendar.FromDate(first);
        return $"{JalaliCalendar.MonthName(month, display.Language)} {display.Digits(year.ToString(CultureInfo.InvariantCulture))}";
    }

    private static bool IsJalali(IDisplay display) => display.Settings.Calendar == DisplayCalendar.Jalali;
}
