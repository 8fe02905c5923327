using System.Globalization;
using System.Text.RegularExpressions;
using Kernel.Texts;

namespace Kernel.Calendars;

/// <summary>The Iranian solar calendar for display, input, grouping and recurrence. Days are stored as <see cref="DateOnly"/>.</summary>
public static partial class JalaliCalendar
{
    /// <summary>Years that people type; others are mistakes or Gregorian.</summary>
    public const int MinYear = 1200, MaxYear = 1599;

    private static readonly PersianCalendar Calendar = new();

    private static readonly string[] PersianMonths =
        ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];

    private static readonly string[] EnglishMonths =
        ["Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar", "Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand"];

    private static readonly string[] PersianDays = ["یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه"];

    /// <summary>The days on which the years from <see cref="MinYear"/> begin. .NET works each out from the sun, whenever it is asked: a page shows a hundred days.</summary>
    private static readonly Lazy<int[]> NewYears = new(() => [.. Enumerable.Range(MinYear, MaxYear - MinYear + 2).Select(year => ToDate(year, 1, 1).DayNumber)]);

    public static (int Year, int Month, int Day) FromDate(DateOnly date)
    {
        var (newYears, found) = (NewYears.Value, Array.BinarySearch(NewYears.Value, date.DayNumber));
        var year = found >= 0 ? found : ~found - 1;
        if (year < 0 || year > MaxYear - MinYear)
        {
            var instant = Midnight(date);
            return (Calendar.GetYear(instant), Calendar.GetMonth(instant), Calendar.GetDayOfMonth(instant));
        }
        // Six months of 31 days, then of 30.
        var day = date.DayNumber - newYears[year];
        return day < 186 ? (MinYear + year, 1 + day / 31, 1 + day % 31) : (MinYear + year, 7 + (day - 186) / 30, 1 + (day - 186) % 30);
    }

    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public static DateOnly ToDate(int year, int month, int day) => DateOnly.FromDateTime(Calendar.ToDateTime(year, month, day, 0, 0, 0, 0));

    public static bool IsLeapYear(int year) => Calendar.IsLeapYear(year);

    public static int DaysInMonth(int year, int month) => Calendar.GetDaysInMonth(year, month);

    /// <summary>The same day <paramref name="months"/> later, or the last one of a shorter month.</summary>
    public static DateOnly AddMonths(DateOnly date, int months) => DateOnly.FromDateTime(Calendar.AddMonths(Midnight(date), months));

    /// <summary>The same day <paramref name="years"/> later; 30 Esfand becomes 29 in a common year.</summary>
    public static DateOnly AddYears(DateOnly date, int years) => DateOnly.FromDateTime(Calendar.AddYears(Midnight(date), years));

    /// <summary>
    /// Reads 1405/09/01, 1405-9-1, 65/04/12 (a year of the fourteenth century: 1365) and 12/04/1365, with any digits.
    /// A day that does not exist, such as 1404/12/30, is refused.
    /// </summary>
    public static bool TryParse(string? text, out DateOnly date)
    {
        date = default;
        var match = Pattern.Match(PersianText.ToAsciiDigits(PersianText.Clean(text)));
        if (!match.Success)
        {
            return false;
        }
        var (first, last) = (match.Groups[1].Value, match.Groups[4].Value);
        var (yearText, dayText) = last.Length == 4 ? (last, first) : (first, last);
        if (dayText.Length > 2 || yearText.Length is not (2 or 4))
        {
            return false;
        }
        var year = yearText.Length == 2 ? 1300 + int.Parse(yearText) : int.Parse(yearText);
        var month = int.Parse(match.Groups[3].ValueSpan);
        var day = int.Parse(dayText);
        if (year is < MinYear or > MaxYear || month is < 1 or > 12 || day < 1 || day > DaysInMonth(year, month))
        {
            return false;
        }
        date = ToDate(year, month, day);
        return true;
    }

    /// <param name="month">1 to 12.</param>
    /// <param name="language">"fa" for Persian; any other is Latin script.</param>
    public static string MonthName(int month, string language) => (IsPersian(language) ? PersianMonths : EnglishMonths)[month - 1];

    public static string DayName(DayOfWeek day, string language) =>
        IsPersian(language) ? PersianDays[(int)day] : CultureInfo.InvariantCulture.DateTimeFormat.GetDayName(day);

    /// <returns>1405/09/01 in ASCII digits, which sorts as text.</returns>
    public static string Format(DateOnly date)
    {
        var (year, month, day) = FromDate(date);
        return FormattableString.Invariant($"{year:0000}/{month:00}/{day:00}");
    }

    /// <returns>«یکشنبه ۱ آذر ۱۴۰۵», or Sunday 1 Azar 1405.</returns>
    public static string FormatLong(DateOnly date, string language = "fa")
    {
        var (year, month, day) = FromDate(date);
        var text = FormattableString.Invariant($"{DayName(date.DayOfWeek, language)} {day} {MonthName(month, language)} {year}");
        return IsPersian(language) ? PersianText.ToPersianDigits(text) : text;
    }

    private static DateTime Midnight(DateOnly date) => date.ToDateTime(TimeOnly.MinValue);

    private static bool IsPersian(string language) => language.StartsWith("fa", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\A([0-9]{1,4})\s?([/.-])\s?([0-9]{1,2})\s?\2\s?([0-9]{1,4})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern { get; }
}
