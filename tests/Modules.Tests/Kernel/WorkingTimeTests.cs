using Kernel.Calendars;
using Shouldly;
using Xunit;

namespace Modules.Tests.Kernel;

public class WorkingTimeTests
{
    private static readonly TimeZoneInfo Tehran = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tehran");

    [Fact]
    public void What_comes_on_Wednesday_at_half_past_four_and_is_answered_on_Saturday_at_a_quarter_to_nine_took_75_minutes() =>
        Week(thursday: null).Between(At(1405, 8, 6, 16, 30), At(1405, 8, 9, 8, 45)).ShouldBe(TimeSpan.FromMinutes(75));

    [Fact]
    public void A_Thursday_ends_at_one() =>
        Week(thursday: 13).Between(At(1405, 8, 6, 16, 30), At(1405, 8, 9, 8, 45)).ShouldBe(TimeSpan.FromMinutes(75 + 5 * 60));

    [Fact]
    public void Two_hours_after_Thursday_noon_are_over_on_Saturday_at_nine_and_across_the_new_year_on_the_fifth()
    {
        Week(thursday: 13).After(At(1405, 8, 7, 12, 0), TimeSpan.FromHours(2)).ShouldBe(At(1405, 8, 9, 9, 0));
        // After Thursday the 27th come Friday, 29 Esfand and 1 to 4 Farvardin
        Week(thursday: 13).After(At(1405, 12, 27, 12, 0), TimeSpan.FromHours(2)).ShouldBe(At(1406, 1, 5, 9, 0));
    }

    [Fact]
    public void A_day_off_by_date_is_left_out_and_the_next_workday_is_found()
    {
        var ashura = JalaliCalendar.ToDate(1405, 4, 4);
        var week = Week(thursday: 13, ashura);
        week.IsWorkday(ashura).ShouldBeFalse();
        week.NextWorkday(ashura).ShouldBe(JalaliCalendar.ToDate(1405, 4, 6)); // the fifth is a Friday
        week.Between(At(1405, 4, 4, 9, 0), At(1405, 4, 4, 12, 0)).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Whoever_never_works_is_never_done() =>
        new WorkingTime(new Dictionary<DayOfWeek, WorkingHours>(), new HashSet<DateOnly>(), Tehran).After(At(1405, 8, 6, 9, 0), TimeSpan.FromHours(1)).ShouldBeNull();

    private static WorkingTime Week(int? thursday, params DateOnly[] off)
    {
        var hours = new WorkingHours(new TimeOnly(8, 0), new TimeOnly(17, 0));
        var week = new[] { DayOfWeek.Saturday, DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday }.ToDictionary(day => day, _ => hours);
        if (thursday is { } until) { week[DayOfWeek.Thursday] = hours with { To = new TimeOnly(until, 0) }; }
        return new WorkingTime(week, SolarHolidays.Of(1405).Concat(SolarHolidays.Of(1406)).Concat(off).ToHashSet(), Tehran);
    }

    private static DateTime At(int year, int month, int day, int hour, int minute) =>
        TimeZoneInfo.ConvertTimeToUtc(JalaliCalendar.ToDate(year, month, day).ToDateTime(new TimeOnly(hour, minute)), Tehran);
}
