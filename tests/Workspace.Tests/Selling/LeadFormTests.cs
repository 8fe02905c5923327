using System.Net;
using Crm.LeadForms;
using Crm.Leads;
using Workspace;

namespace Workspace.Tests.Selling;

/// <summary>A form made in the interface, filled in by people out there who have no account, no cookie and no script.</summary>
public class LeadFormTests : WorkspaceTest<WorkspaceModule>
{
    private static readonly DateTime Now = new(2026, 11, 2, 8, 0, 0, DateTimeKind.Utc);

    private string _form = "";

    public LeadFormTests() => TestClock.Fixed = Now; // here, so that the test's own flow of execution has it

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _form = await MakeAsync(new SaveLeadFormDto { Name = "Site", Title = "Write to us", ThankYou = "Thank you!", Language = "en", AsksCity = true });
    }

    [Theory]
    [InlineData("fa")]
    [InlineData("en")]
    public async Task It_is_made_in_the_interface_and_speaks_its_own_language_whoever_looks(string language)
    {
        TestClock.Fixed = null; // who signs in lives now
        using var admin = await SignedIn("admin", language == "fa" ? "en" : "fa");
        var form = await admin.GetAsync("/Crm/Settings/Form");
        var made = await form.SubmitAsync(new() { ["Input.Name"] = "Fair", ["Input.Title"] = "Visit us", ["Input.ThankYou"] = "See you", ["Input.Language"] = language }, "main form[method=post]");
        made.TextOf("h1").ShouldBe("Fair");
        made.Document.QuerySelector("#embed")!.TextContent.ShouldContain("<iframe");

        using var person = Visitor();
        var page = await person.GetAsync(new Uri(made.Document.QuerySelector("#address")!.GetAttribute("value")!).PathAndQuery);

        page.Document.DocumentElement.GetAttribute("lang").ShouldBe(language);
        page.TextOf("h1").ShouldBe("Visit us");
        (await admin.GetAsync("/Crm/Settings/Forms")).TextOf("main").ShouldContain("Fair");
    }

    [Fact]
    public async Task What_is_sent_becomes_one_lead_with_where_it_came_from_and_sent_again_it_stays_one()
    {
        using var person = Visitor();
        var page = await person.GetAsync(_form + "?utm_source=google&utm_campaign=autumn");
        Later();
        var fields = new Dictionary<string, string> { ["Input.Name"] = "Neda Karimi", ["Input.Mobile"] = "09121234567", ["Input.City"] = "Shiraz", ["Input.Message"] = "Two presses" };

        var thanks = await page.SubmitAsync(fields, "main form");
        await page.SubmitAsync(fields, "main form"); // the same form, as a double click sends it
        var again = await person.GetAsync(_form);
        Later();
        await again.SubmitAsync(new(fields) { ["Input.Message"] = "When do you call?" }, "main form"); // another one, an hour later

        thanks.Text.ShouldContain("Thank you!");
        var lead = await As.Admin(async () => await Get<ILeadAppService>().GetAsync((await Get<ILeadAppService>().GetListAsync(new LeadListInput())).Rows.ShouldHaveSingleItem().Id));
        (lead.Channel, lead.Fields.Mobile, lead.Fields.City, lead.Fields.Interest).ShouldBe((LeadChannel.WebForm, "+989121234567", "Shiraz", "Two presses"));
        (lead.Utm.Source, lead.Utm.Campaign).ShouldBe(("google", "autumn"));
        lead.Events.Select(known => known.Text).ShouldContain("When do you call?");
    }

    [Fact]
    public async Task It_asks_for_no_cookie_no_script_and_may_be_framed_and_nothing_else_may()
    {
        using var person = Visitor();

        var page = await person.GetAsync(_form);

        page.Headers.Contains("Set-Cookie").ShouldBeFalse();
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldEndWith("frame-ancestors *");
        page.Headers.Contains("X-Frame-Options").ShouldBeFalse();
        page.Html.ShouldNotContain("__RequestVerificationToken");
        var other = await person.GetAsync("/Account/Login");
        other.Headers.GetValues("Content-Security-Policy").Single().ShouldEndWith("frame-ancestors 'none'");
        other.Headers.GetValues("X-Frame-Options").Single().ShouldBe("DENY");
    }

    [Fact]
    public async Task A_robot_leaves_nothing_behind_whether_it_fills_in_everything_hurries_or_makes_up_the_seal()
    {
        using var robot = Visitor();
        var page = await robot.GetAsync(_form);
        var fields = new Dictionary<string, string> { ["Input.Name"] = "Cheap pills", ["Input.Email"] = "pills@spam.example" };

        var hurried = await page.SubmitAsync(fields, "main form");
        Later();
        var trapped = await page.SubmitAsync(new(fields) { ["Website"] = "https://spam.example" }, "main form");
        var forged = await page.SubmitAsync(new(fields) { ["Seal"] = "made-up" }, "main form");

        hurried.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        hurried.Document.QuerySelector("[name='Input.Name']")!.GetAttribute("value").ShouldBe("Cheap pills", "a person who is quick loses nothing");
        trapped.Text.ShouldContain("Thank you!");
        forged.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_learns_from_it_whether_a_customer_exists()
    {
        await Given.Customer("Acme", "09121112222");
        var answers = new List<string>();
        foreach (var mobile in (string[])["09121112222", "09123334444"])
        {
            using var person = Visitor();
            var page = await person.GetAsync(_form);
            Later();
            answers.Add((await page.SubmitAsync(new() { ["Input.Name"] = "Somebody", ["Input.Mobile"] = mobile }, "main form")).Text);
        }
        answers[0].ShouldBe(answers[1]);
    }

    [Fact]
    public async Task One_address_may_send_so_many_and_then_is_told_to_wait()
    {
        using var person = Visitor();
        WebAnswer answer = null!;
        for (var i = 0; i < 11; i++)
        {
            var page = await person.GetAsync(_form);
            Later();
            answer = await page.SubmitAsync(new() { ["Input.Name"] = $"Person {i}", ["Input.Email"] = $"p{i}@example.com" }, "main form");
        }
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("wait ten minutes");
        (await CountAsync()).ShouldBe(10);
    }

    [Fact]
    public async Task A_wrong_number_is_refused_in_words_and_a_closed_or_unknown_form_is_not_found()
    {
        using var person = Visitor();
        var page = await person.GetAsync(_form);
        Later();
        var refused = await page.SubmitAsync(new() { ["Input.Name"] = "Neda", ["Input.Mobile"] = "12" }, "main form");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("12");

        await As.Admin(async () => await Get<ILeadFormAppService>().CloseAsync((await Get<ILeadFormAppService>().GetListAsync())[0].Id));
        (await person.GetAsync(_form)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await page.SubmitAsync(new() { ["Input.Name"] = "Neda", ["Input.Mobile"] = "09121234567" }, "main form")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await person.GetAsync($"/Crm/Forms/{Guid.NewGuid():N}{Guid.NewGuid():N}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await CountAsync()).ShouldBe(0);
    }

    private async Task<string> MakeAsync(SaveLeadFormDto form) => await As.Admin(async () =>
    {
        var id = await Get<ILeadFormAppService>().CreateAsync(form);
        return "/Crm/Forms/" + (await Get<ILeadFormAppService>().GetAsync(id)).Key;
    });

    private Task<int> CountAsync() => As.Admin(async () => (await Get<ILeadAppService>().GetListAsync(new LeadListInput())).Rows.Count);

    private static void Later() => TestClock.Fixed = TestClock.Fixed!.Value.AddSeconds(10);
}
