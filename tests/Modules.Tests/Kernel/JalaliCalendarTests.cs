using Kernel.Calendars;
using Shouldly;
using Xunit;

namespace Modules.Tests.Kernel;

public class JalaliCalendarTests
{
    [Fact]
    public void Every_day_of_two_centuries_survives_the_way_there_and_back()
    {
        var day = JalaliCalendar.ToDate(1300, 1, 1);
        var expected = (Year: 1300, Month: 1, Day: 1);
        for (; expected.Year <= 1500; day = day.AddDays(1))
        {
            JalaliCalendar.FromDate(day).ShouldBe(expected);
            JalaliCalendar.ToDate(expected.Year, expected.Month, expected.Day).ShouldBe(day);
            JalaliCalendar.TryParse(JalaliCalendar.Format(day), out var parsed).ShouldBeTrue();
            parsed.ShouldBe(day);
            expected = NextDay(expected);
        }

        static (int, int, int) NextDay((int Year, int Month, int Day) day)
        {
            var isLeap = (day.Year % 33) is 1 or 5 or 9 or 13 or 17 or 22 or 26 or 30; // holds for 1200 to 1501
            var length = day.Month <= 6 ? 31 : day.Month <= 11 || isLeap ? 30 : 29;
            return day.Day < length ? (day.Year, day.Month, day.Day + 1)
                : day.Month < 12 ? (day.Year, day.Month + 1, 1)
                : (day.Year + 1, 1, 1);
        }
    }

    [Fact]
    public void Leap_years_are_those_of_the_table() => Enumerable.Range(1370, 80).Where(JalaliCalendar.IsLeapYear).ShouldBe(
        [1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412, 1416, 1420, 1424, 1428, 1432, 1436, 1441, 1445, 1449]);

    [Theory]
    [InlineData(1399, "2020-03-20")]
    [InlineData(1400, "2021-03-21")]
    [InlineData(1401, "2022-03-21")]
    [InlineData(1402, "2023-03-21")]
    [InlineData(1403, "2024-03-20")]
    [InlineData(1404, "2025-03-21")]
    [InlineData(1405, "2026-03-21")]
    [InlineData(1406, "2027-03-21")]
    [InlineData(1407, "2028-03-20")]
    [InlineData(1408, "2029-03-20")]
    [InlineData(1409, "2030-03-21")]
    public void The_year_begins_on_1_Farvardin(int year, string date) => JalaliCalendar.ToDate(year, 1, 1).ShouldBe(DateOnly.Parse(date));

    [Fact]
    public void Months_and_years_are_added_in_the_Jalali_calendar()
    {
        JalaliCalendar.ToDate(1403, 12, 30).ShouldBe(new DateOnly(2025, 3, 20));
        JalaliCalendar.AddMonths(JalaliCalendar.ToDate(1404, 6, 31), 1).ShouldBe(JalaliCalendar.ToDate(1404, 7, 30));
        JalaliCalendar.AddMonths(JalaliCalendar.ToDate(1404, 11, 30), 1).ShouldBe(JalaliCalendar.ToDate(1404, 12, 29));
        JalaliCalendar.AddMonths(JalaliCalendar.ToDate(1405, 1, 31), -1).ShouldBe(JalaliCalendar.ToDate(1404, 12, 29));
        JalaliCalendar.AddYears(JalaliCalendar.ToDate(1403, 12, 30), 1).ShouldBe(JalaliCalendar.ToDate(1404, 12, 29));
        JalaliCalendar.DaysInMonth(1403, 12).ShouldBe(30);
        JalaliCalendar.DaysInMonth(1404, 12).ShouldBe(29);
    }

    [Theory]
    [InlineData("1365/04/12", 1365, 4, 12)]
    [InlineData("1365-04-12", 1365, 4, 12)]
    [InlineData("65/04/12", 1365, 4, 12)]
    [InlineData("12/04/1365", 1365, 4, 12)]
    [InlineData("۱۳۶۵/۴/۱۲", 1365, 4, 12)]
    [InlineData("١٣٦٥/٠٤/١٢", 1365, 4, 12)]
    [InlineData(" 1365 / 04 / 12 \u200F", 1365, 4, 12)]
    [InlineData("1403/12/30", 1403, 12, 30)]
    public void A_date_is_read_as_people_write_it(string typed, int year, int month, int day)
    {
        JalaliCalendar.TryParse(typed, out var date).ShouldBeTrue();
        date.ShouldBe(JalaliCalendar.ToDate(year, month, day));
    }

    [Theory]
    [InlineData("1404/12/30")] // no leap year
    [InlineData("1404/07/31")]
    [InlineData("1404/13/01")]
    [InlineData("1404/00/01")]
    [InlineData("1404/01/00")]
    [InlineData("2026/03/21")] // Gregorian
    [InlineData("1404/01-02")]
    [InlineData("04/12")]
    [InlineData("140/1/2")]
    [InlineData("1404/01/1404")]
    [InlineData("فردا")]
    [InlineData("")]
    [InlineData(null)]
    public void A_day_that_does_not_exist_is_refused(string? typed) => JalaliCalendar.TryParse(typed, out _).ShouldBeFalse();

    [Fact]
    public void A_date_is_shown_in_both_languages()
    {
        var newYear = new DateOnly(2026, 3, 21);
        JalaliCalendar.Format(newYear).ShouldBe("1405/01/01");
        JalaliCalendar.FormatLong(newYear).ShouldBe("شنبه ۱ فروردین ۱۴۰۵");
        JalaliCalendar.FormatLong(newYear, "en").ShouldBe("Saturday 1 Farvardin 1405");
        JalaliCalendar.MonthName(9, "fa-IR").ShouldBe("آذر");
    }
}
