using System.Globalization;
using Kernel.Calendars;
using Kernel.Texts;

namespace Kernel.Displaying;

internal static class DateText
{
    private static readonly string[] GregorianPatterns = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d MMM yyyy", "d MMMM yyyy"];
    private static readonly string[] ShortGregorianPatterns = ["yy-M-d", "yy/M/d"];

    /// <summary>Years of the two calendars lie far apart, so a four-digit year is understood in either; a shorter one is of <paramref name="calendar"/>.</summary>
    public static bool TryParse(string? text, DisplayCalendar calendar, out DateOnly date)
    {
        var ascii = PersianText.ToAsciiDigits(PersianText.Clean(text)).Trim();
        return JalaliReads(ascii, calendar, out date) || IsGregorian(ascii, GregorianPatterns, out date)
            || (calendar == DisplayCalendar.Gregorian && IsGregorian(ascii, ShortGregorianPatterns, out date));
    }

    private static bool JalaliReads(string text, DisplayCalendar calendar, out DateOnly date) =>
        JalaliCalendar.TryParse(text, out date)
        && (calendar == DisplayCalendar.Jalali || text.Split('/', '-', '.').Any(part => part.Trim().Length == 4));

    private static bool IsGregorian(string text, string[] patterns, out DateOnly date) =>
        DateOnly.TryParseExact(text, patterns, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out date) && date.Year >= 1700;
}
