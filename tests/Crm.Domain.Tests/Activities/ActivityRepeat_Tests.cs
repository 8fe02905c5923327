using Kernel.Calendars;

namespace Crm.Activities;

public class ActivityRepeat_Tests
{
    private static readonly DateTime Now = new(2026, 4, 20, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void What_comes_every_solar_month_on_the_31st_comes_on_the_last_day_of_shorter_months_and_on_the_31st_again()
    {
        var task = Plan(JalaliCalendar.ToDate(1405, 5, 31), ActivityRepeat.MonthlyJalali);

        Following(task, 9).Select(JalaliCalendar.Format).ShouldBe(
            ["1405/06/31", "1405/07/30", "1405/08/30", "1405/09/30", "1405/10/30", "1405/11/30", "1405/12/29", "1406/01/31", "1406/02/31"]);
    }

    [Theory]
    [InlineData(ActivityRepeat.Daily, "2026-04-21")]
    [InlineData(ActivityRepeat.Weekly, "2026-04-27")]
    [InlineData(ActivityRepeat.MonthlyGregorian, "2026-05-20")]
    [InlineData(ActivityRepeat.YearlyGregorian, "2027-04-20")]
    [InlineData(ActivityRepeat.YearlyJalali, "2027-04-20")]
    public void The_next_one_is_planned_from_its_day_at_the_same_time(ActivityRepeat repeat, string next)
    {
        var call = Plan(new DateOnly(2026, 4, 20), repeat, Now);

        var following = call.Next(Guid.NewGuid())!;

        following.DueOn.ShouldBe(DateOnly.Parse(next));
        following.StartsAt!.Value.TimeOfDay.ShouldBe(Now.TimeOfDay);
        (following.IsDone, following.Subject, following.Repeat).ShouldBe((false, "Ask for orders", repeat));
    }

    [Fact]
    public void One_that_was_moved_changes_no_other_and_what_does_not_repeat_has_no_next()
    {
        var task = Plan(new DateOnly(2026, 4, 20), ActivityRepeat.Weekly);
        task.Reschedule(new DateOnly(2026, 4, 23), null);

        task.Next(Guid.NewGuid())!.DueOn.ShouldBe(new DateOnly(2026, 4, 27));
        Plan(new DateOnly(2026, 4, 20), ActivityRepeat.Never).Next(Guid.NewGuid()).ShouldBeNull();
    }

    private static List<DateOnly> Following(Activity activity, int count)
    {
        var days = new List<DateOnly>();
        for (var next = activity; days.Count < count;)
        {
            next = next.Next(Guid.NewGuid())!;
            days.Add(next.DueOn!.Value);
        }
        return days;
    }

    private static Activity Plan(DateOnly day, ActivityRepeat repeat, DateTime? at = null)
    {
        var activity = Activity.Plan(Guid.NewGuid(), ActivityKind.Task, Guid.NewGuid(), "Ask for orders", null, day, at, null);
        activity.RepeatEvery(repeat);
        return activity;
    }
}
