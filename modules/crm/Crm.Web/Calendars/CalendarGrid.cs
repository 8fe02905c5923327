using System.Globalization;
using Kernel.Calendars;
using Kernel.Displaying;

namespace Crm.Web.Calendars;

public enum CalendarView { Month, Week, Day }

/// <summary>The days that a calendar page shows, in whichever calendar its reader looks.</summary>
/// <param name="From">The first day shown; in a month it may belong to the one before.</param>
/// <param name="Begin">Of the month, week or day itself.</param>
/// <param name="Before">The first day after it.</param>
public record CalendarGrid(CalendarView View, DisplayCalendar Calendar, DateOnly Begin, DateOnly Before, DateOnly From, int Days, string Title)
{
    private const int Week = 7;

    public DateOnly Next => Before;
    public DateOnly Previous => View == CalendarView.Month ? FirstOfMonth(Begin.AddDays(-1), Calendar) : Begin.AddDays(View == CalendarView.Week ? -Week : -1);
    public IEnumerable<DateOnly> All => Enumerable.Range(0, Days).Select(From.AddDays);

    public static CalendarGrid Of(CalendarView view, DisplayCalendar calendar, DateOnly day, IDisplay display)
    {
        if (view == CalendarView.Day)
        {
            return new(view, calendar, day, day.AddDays(1), day, 1, TitleOf(day, calendar, display, withDay: true));
        }
        if (view == CalendarView.Week)
        {
            var first = WeekOf(day, display);
            return new(view, calendar, first, first.AddDays(Week), first, Week, $"{TitleOf(first, calendar, display, withDay: true)} – {TitleOf(first.AddDays(Week - 1), calendar, display, withDay: true)}");
        }
        var begin = FirstOfMonth(day, calendar);
        var before = FirstOfMonth(begin.AddDays(32), calendar);
        var from = WeekOf(begin, display);
        var shown = before.DayNumber - from.DayNumber;
        return new(view, calendar, begin, before, from, (shown + Week - 1) / Week * Week, TitleOf(begin, calendar, display, withDay: false));
    }

    /// <returns>The number of the day in its month.</returns>
    public int NumberOf(DateOnly day) => Calendar == DisplayCalendar.Jalali ? JalaliCalendar.FromDate(day).Day : day.Day;

    public bool IsWithin(DateOnly day) => day >= Begin && day < Before;

    private static DateOnly FirstOfMonth(DateOnly day, DisplayCalendar calendar) =>
        day.AddDays(1 - (calendar == DisplayCalendar.Jalali ? JalaliCalendar.FromDate(day).Day : day.Day));

    private static DateOnly WeekOf(DateOnly day, IDisplay display) => day.AddDays(-(((int)day.DayOfWeek - (int)display.Settings.WeekStart + Week) % Week));

    private static string TitleOf(DateOnly day, DisplayCalendar calendar, IDisplay display, bool withDay)
    {
        var (year, month, number) = calendar == DisplayCalendar.Jalali ? JalaliCalendar.FromDate(day) : (day.Year, day.Month, day.Day);
        var name = calendar == DisplayCalendar.Jalali ? JalaliCalendar.MonthName(month, display.Language) : MonthName(month, display.Language);
        return display.Digits(withDay ? $"{number} {name} {year}" : $"{name} {year}");
    }

    private static string MonthName(int month, string language) => language == "fa"
        ? PersianNamesOfGregorianMonths[month - 1] : CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);

    private static readonly string[] PersianNamesOfGregorianMonths =
        ["ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"];
}
