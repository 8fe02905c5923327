using Crm.Activities;
using Crm.Calendars;
using Crm.CheckLists;
using Crm.Meetings;
using Kernel.Notifications;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Uow;

namespace Providers.Tests;

public class ReminderTests
{
    private static readonly DateTime Now = new(2026, 11, 2, 8, 0, 0, DateTimeKind.Utc);

    [Theory, EveryDatabase]
    public async Task What_is_due_is_told_once_by_however_many_nodes_at_the_same_moment(DatabaseProvider database, Contexts contexts)
    {
        using var here = Here.On(database, contexts);
        TestClock.Fixed = Now;
        var acme = await here.Given.Customer();
        for (var i = 0; i < 20; i++)
        {
            var meeting = await here.As.Sales(() => Use<IActivityAppService, Guid>(here, activities => activities.PlanAsync(new PlanActivityDto
            {
                PartyId = acme, Kind = ActivityKind.Meeting, Subject = $"Visit {i}", DueOn = DateOnly.FromDateTime(Now), StartsAt = Now.AddHours(1), RemindMinutes = 30, IsPrivate = i % 2 == 0
            })));
            await here.As.Sales(() => Use<IMeetingAppService, bool>(here, async meetings => { await meetings.InviteAsync(meeting, new InviteDto { UserId = here.As.IdOf("nima") }); return true; }));
        }
        TestClock.Fixed = Now.AddMinutes(31);

        var nodes = database == DatabaseProvider.PostgreSql ? 4 : 1; // SQLite serves one
        await Task.WhenAll(Enumerable.Range(0, nodes).Select(_ => RoundAsync(here)));
        await RoundAsync(here);

        (await RemindedAsync(here, "sara")).ShouldBe(20);
        (await RemindedAsync(here, "nima")).ShouldBe(20);
    }

    [Theory, EveryDatabase]
    public async Task Who_is_busy_what_stands_in_the_calendar_and_what_is_to_be_seen_to_is_read_alike(DatabaseProvider database, Contexts contexts)
    {
        using var here = Here.On(database, contexts);
        TestClock.Fixed = Now;
        var acme = await here.Given.Customer("Acme");
        var deal = await here.Given.Opportunity(acme);
        var today = DateOnly.FromDateTime(Now);
        await here.As.Sales(() => Use<IActivityAppService, Guid>(here, activities => activities.PlanAsync(new PlanActivityDto
        {
            PartyId = acme, Kind = ActivityKind.Meeting, Subject = "Doctor", DueOn = today, StartsAt = Now.AddHours(1), IsPrivate = true
        })));
        await here.Tell<IOpportunityCheckListAppService>(checks => checks.AddItemAsync(deal, new AddCheckItemDto { Text = "Credit is checked", IsMandatory = true }));

        var calendar = await here.Ask<ICalendarAppService, List<CalendarEntry>>(all => all.GetAsync(new ActivitiesBetweenInput { From = today, Before = today.AddDays(1), Everyone = true }));
        calendar.ShouldHaveSingleItem().Kind.ShouldBe(CalendarEntryKind.Busy);
        var busy = await here.Ask<IMeetingAppService, List<BusySpan>>(meetings => meetings.GetBusyAsync(new BusyInput { UserIds = [here.As.IdOf("sara")], From = Now, Before = Now.AddDays(1) }));
        busy.ShouldBe([new BusySpan(here.As.IdOf("sara"), Now.AddHours(1), Now.AddHours(2))]);
        (await here.Ask<IOpportunityCheckListAppService, List<CheckItemRow>>(checks => checks.GetListAsync(deal))).ShouldHaveSingleItem().IsMandatory.ShouldBeTrue();
    }

    private static async Task RoundAsync(Here here)
    {
        await using var scope = here.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ReminderRound>().RunAsync();
    }

    private static Task<int> RemindedAsync(Here here, string user) => here.As.User(user, () => Use<IUserNotifications, int>(here, async notifications =>
    {
        using var unitOfWork = here.Services.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true);
        var first = await notifications.GetListAsync();
        var rows = first.Next is { } next ? first.Rows.Concat((await notifications.GetListAsync(next)).Rows) : first.Rows;
        return rows.Where(row => row.TextKey == "Reminder:Is").Select(row => row.Args[0].Text).Distinct().Count() is var distinct && rows.Count(row => row.TextKey == "Reminder:Is") == distinct ? distinct : -1;
    }));

    private static async Task<TResult> Use<TService, TResult>(Here here, Func<TService, Task<TResult>> act) where TService : notnull
    {
        await using var scope = here.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
