using System.Net;
using Crm.Activities;
using Workspace;

namespace Workspace.Tests.Selling;

public class CalendarPagesTests : WorkspaceTest<WorkspaceModule>
{
    [Theory]
    [InlineData("fa", "آبان ۱۴۰۵", "نوامبر ۲۰۲۶")]
    [InlineData("en", "Aban 1405", "November 2026")]
    public async Task A_month_is_shown_in_the_solar_and_in_the_Gregorian_calendar(string language, string solar, string gregorian)
    {
        var acme = await Given.Customer("Acme");
        var visit = await PlanAsync(acme);
        using var sara = await SignedIn("sara", language);

        var month = await sara.GetAsync("/Crm/Calendar?View=Month&On=2026-11-05&by=Jalali");
        month.Text.ShouldContain(solar);
        month.TextOf("[data-day='2026-11-05']").ShouldContain("Visit");
        (await sara.GetAsync("/Crm/Calendar?View=Month&On=2026-11-05&by=Gregorian")).Text.ShouldContain(gregorian);
        (await sara.GetAsync("/Crm/Calendar?View=Week&On=2026-11-05")).Document.QuerySelectorAll("[data-day]").Length.ShouldBe(7);
        var day = await sara.GetAsync("/Crm/Calendar?View=Day&On=2026-11-05");
        day.TextOf("#calendar").ShouldContain("Acme");
        var invitation = await sara.GetAsync($"/Crm/Calendar/Invitation/{visit}");
        invitation.Html.ShouldContain("SUMMARY:Visit");
        invitation.Html.ShouldNotContain("Acme", customMessage: "who gets the file learns nothing else of ours");
    }

    [Fact]
    public async Task A_calendar_program_reads_the_secret_address_that_a_seller_made_and_ended()
    {
        await PlanAsync(await Given.Customer("Acme"));
        using var sara = await SignedIn("sara");
        var made = await (await sara.GetAsync("/Crm/Calendar")).SubmitAsync([], "form[action*='handler=Feed']");
        var address = new Uri(made.Document.QuerySelector("#feed")!.GetAttribute("value")!).PathAndQuery;
        using var program = Visitor();

        var feed = await program.GetAsync(address);
        feed.Status.ShouldBe(HttpStatusCode.OK);
        feed.Html.ShouldStartWith("BEGIN:VCALENDAR");
        feed.Html.ShouldContain("SUMMARY:Visit · Acme");
        feed.Headers.Contains("Set-Cookie").ShouldBeFalse();

        await (await sara.GetAsync("/Crm/Calendar")).SubmitAsync([], "form[action*='handler=Revoke']");
        (await program.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("fa")]
    [InlineData("en")]
    public async Task What_to_do_next_and_the_pace_are_shown_without_any_script(string language)
    {
        await Given.Opportunity(await Given.Customer("Acme"), "Two presses");
        using var admin = await SignedIn("admin", language);
        using var sara = await SignedIn("sara", language);

        (await sara.GetAsync("/Crm/MyDay")).TextOf("#day").ShouldContain("Two presses");
        var process = await admin.GetAsync("/Crm/Reports/Process");
        process.Has("#conformance").ShouldBeTrue(process.Text);
        var set = await (await admin.GetAsync("/Crm/Settings/Quotas")).SubmitAsync(
            new() { ["Quotas[0].Amount"] = "5,000,000", ["Quotas[0].Amount.Currency"] = "IRR", ["Quotas[0].Amount.Unit"] = "Rial" }, "#quotas form:not([action*='Copy'])");
        set.Status.ShouldBe(HttpStatusCode.OK);
        (await admin.GetAsync("/Crm/Reports/Process")).Has("#quotas td").ShouldBeTrue(set.Text);
    }

    private Task<Guid> PlanAsync(Guid party) => As.Sales(() => Get<IActivityAppService>().PlanAsync(new PlanActivityDto
    {
        PartyId = party, Kind = ActivityKind.Meeting, Subject = "Visit", DueOn = new DateOnly(2026, 11, 5), StartsAt = new DateTime(2026, 11, 5, 8, 0, 0, DateTimeKind.Utc)
    }));
}
