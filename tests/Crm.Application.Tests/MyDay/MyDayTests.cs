using Crm.Activities;
using Crm.Calendars;
using Crm.Leads;
using Crm.MyDay;
using Crm.Opportunities;
using Microsoft.Extensions.DependencyInjection;
using Workspace;

namespace Crm.Application.Tests.MyDay;

public class MyDayTests : WorkspaceTest<WorkspaceModule>
{
    /// <summary>A Monday, 11:30 in Tehran.</summary>
    private static readonly DateTime Now = new(2026, 11, 2, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 11, 2);

    public MyDayTests() => TestClock.Fixed = Now; // here, so that the test's own flow of execution has it

    [Fact]
    public async Task What_presses_most_stands_first_and_each_says_why()
    {
        var acme = await Given.Customer("Acme");
        await Given.Opportunity(acme, "No step yet");
        var late = await Given.Opportunity(acme, "Overdue deal");
        await As.Sales(() => Get<IOpportunityAppService>().PlanNextStepAsync(late, new NextStepDto { NextStep = "Send the catalogue", On = Today.AddDays(-2) }));
        await PlanAsync(acme, ActivityKind.Meeting, "Visit", Now.AddHours(3));
        await PlanAsync(acme, ActivityKind.Task, "Tomorrow", null, Today.AddDays(1));
        var lead = await As.Sales(() => Get<ILeadAppService>().CreateAsync(new CreateLeadDto { PersonName = "Neda", Mobile = "09121234567" }));
        await As.Admin(() => Get<ILeadAppService>().HandOverAsync(lead, new HandOverLeadDto { OwnerId = As.IdOf("sara") }));
        TestClock.Fixed = Now.AddHours(2.5);

        var day = await As.Sales(() => Get<IMyDayAppService>().GetAsync(Today));

        day.Select(item => (item.Reason, item.Title)).ShouldBe(
        [
            (MyDayReason.LeadWaitsTooLong, "Neda"), (MyDayReason.MeetingToday, "Visit"), (MyDayReason.NextStepOverdue, "Send the catalogue"), (MyDayReason.NoNextStep, "No step yet"),
        ]);
        (await As.User("nima", () => Get<IMyDayAppService>().GetAsync(Today))).ShouldBeEmpty("it is one's own");
    }

    [Fact]
    public async Task The_page_costs_the_same_however_much_there_is()
    {
        var acme = await Given.Customer("Acme");
        for (var i = 0; i < 3; i++) { await Given.Opportunity(acme, $"Deal {i}"); }
        var few = await LeastOfThreeAsync();
        for (var i = 0; i < 30; i++) { await Given.Opportunity(acme, $"More {i}"); }

        var many = await LeastOfThreeAsync();

        many.Count.ShouldBe(few.Count);
        many.Count.ShouldBeLessThanOrEqualTo(6, string.Join("\n\n", many));
    }

    [Fact]
    public async Task A_task_that_repeats_is_planned_anew_when_it_is_done()
    {
        var acme = await Given.Customer("Acme");
        var id = await PlanAsync(acme, ActivityKind.Task, "Ask for orders", null, Today, ActivityRepeat.Weekly);

        await As.Sales(() => Get<IActivityAppService>().CompleteAsync(id, new CompleteActivityDto()));

        var open = (await As.Sales(() => Get<IActivityAppService>().GetOpenAsync(new OpenActivitiesInput()))).Rows.ShouldHaveSingleItem();
        (open.Subject, open.DueOn).ShouldBe(("Ask for orders", Today.AddDays(7)));
    }

    [Fact]
    public async Task A_secret_address_reads_as_its_user_until_it_is_ended()
    {
        var (acme, foreign) = (await Given.Customer("Acme"), await Given.Customer("Foreign", owner: "admin"));
        await PlanAsync(acme, ActivityKind.Meeting, "Visit", Now.AddDays(1));
        await As.Admin(() => Get<IActivityAppService>().PlanAsync(new PlanActivityDto { PartyId = foreign, Subject = "Not hers", DueOn = Today }));
        var old = await As.Sales(() => Get<ICalendarFeedAppService>().CreateAsync());
        var key = await As.Sales(() => Get<ICalendarFeedAppService>().CreateAsync());

        (await ReadAsync(old)).ShouldBeNull("a new one ends the old");
        (await ReadAsync(key))!.Select(entry => entry.Title).ShouldBe(["Visit"]);
        (await ReadAsync(key[..^1] + (key[^1] == '0' ? '1' : '0'))).ShouldBeNull();
        await As.Sales(() => Get<ICalendarFeedAppService>().RevokeAsync());
        (await ReadAsync(key)).ShouldBeNull();
    }

    private async Task<IReadOnlyList<CalendarEntry>?> ReadAsync(string key)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CalendarFeedDoor>().ReadAsync(key);
    }

    /// <summary>What is remembered, as names and grants are, is asked for again after a while.</summary>
    private async Task<IReadOnlyList<string>> LeastOfThreeAsync()
    {
        var tries = new List<IReadOnlyList<string>>();
        for (var i = 0; i < 3; i++) { tries.Add([.. await As.Sales(() => StatementLog.OfAsync(() => Get<IMyDayAppService>().GetAsync(Today)))]); }
        return tries.MinBy(statements => statements.Count)!;
    }

    private Task<Guid> PlanAsync(Guid party, ActivityKind kind, string subject, DateTime? at, DateOnly? on = null, ActivityRepeat repeat = ActivityRepeat.Never) =>
        As.Sales(() => Get<IActivityAppService>().PlanAsync(new PlanActivityDto
        {
            PartyId = party, Kind = kind, Subject = subject, StartsAt = at, DueOn = on ?? DateOnly.FromDateTime(at!.Value), Repeat = repeat
        }));
}
