using System.Net;
using System.Text.Json;
using Crm.Leads;
using Workspace;

namespace Workspace.Tests.Selling;

public class LeadPagesTests : WorkspaceTest<WorkspaceModule>
{
    [Theory]
    [InlineData("en", "At a glance", "Log the first contact")]
    [InlineData("fa", "در یک نگاه", "نخستین تماس را ثبت کنید")]
    public async Task A_seller_takes_a_lead_from_entry_to_opportunity_without_any_script(string language, string glance, string offer)
    {
        using var sara = await SignedIn("sara", language);
        var form = await sara.GetAsync("/Crm/Leads/Create");
        var lead = await form.SubmitAsync(new() { ["Input.PersonName"] = "Wile Coyote", ["Input.CompanyName"] = "Acme", ["Input.Mobile"] = "0912 345 6789", ["Input.Interest"] = "Two presses" }, "main form[method=post]");
        lead.Status.ShouldBe(HttpStatusCode.OK);
        lead.TextOf("#sentences").ShouldContain(glance);
        lead.TextOf("#sentences").ShouldContain(offer);
        (await sara.GetAsync("/Crm/Leads")).TextOf("#leads").ShouldContain("Acme");

        var touched = await lead.SubmitAsync(new() { ["Touch.Text"] = "hello" }, "form[action*='handler=Touch']");
        touched.TextOf("#sentences").ShouldNotContain(offer);
        var converted = await touched.SubmitAsync([], "form[data-convert]");

        converted.Url.ShouldContain("/Crm/Opportunities/Details/");
        converted.TextOf("h1").ShouldBe("Two presses");
    }

    [Theory]
    [InlineData("en", "at least", "no way to reach")]
    [InlineData("fa", "دست‌کم", "راهی برای تماس نیست")]
    public async Task Nobody_to_reach_is_refused_in_words_and_what_was_typed_stays(string language, string hint, string refusal)
    {
        using var sara = await SignedIn("sara", language);
        var form = await sara.GetAsync("/Crm/Leads/Create");
        form.TextOf("main").ShouldContain(hint);

        var refused = await form.SubmitAsync(new() { ["Input.CompanyName"] = "Acme", ["Input.Pain"] = "slow presses" }, "main form[method=post]");

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf("main").ShouldContain(refusal);
        refused.Document.QuerySelector("[name='Input.CompanyName']")!.GetAttribute("value").ShouldBe("Acme");
    }

    [Fact]
    public async Task Reports_open_empty_and_with_results()
    {
        using var admin = await SignedIn();
        (await admin.GetAsync("/Crm/Reports")).TextOf("#winloss").ShouldContain("Nothing was closed");
        var acme = await Given.Customer("Acme");
        for (var i = 0; i < 6; i++)
        {
            var id = await Given.Opportunity(acme, $"Press {i}");
            var deal = await admin.GetAsync($"/Crm/Opportunities/Details/{id}");
            await deal.SubmitAsync([], "form[action*='handler=Win']");
        }

        var report = await admin.GetAsync("/Crm/Reports");

        report.TextOf("#winloss-rows").ShouldContain("100%");
        report.Has("svg.crm-curve path").ShouldBeTrue();
        (await admin.GetAsync("/Crm/Reports/Sources")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_program_pages_through_leads_with_the_instants_that_it_was_given()
    {
        using var admin = await SignedIn();
        foreach (var name in new[] { "Acme", "Bolt", "Cage" })
        {
            await As.Admin(() => Get<ILeadAppService>().CreateAsync(new CreateLeadDto { PersonName = name, Mobile = "0912 345 6789" }));
        }

        var (names, after) = (new List<string>(), "");
        for (var more = true; more;)
        {
            var page = JsonDocument.Parse((await admin.GetAsync("/api/crm/lead?Max=1" + after)).Html).RootElement;
            var row = page.GetProperty("rows")[0];
            names.Add(row.GetProperty("personName").GetString()!);
            after = $"&AfterAt={row.GetProperty("firstTouchAt").GetString()}&AfterId={row.GetProperty("id").GetString()}";
            more = page.GetProperty("hasMore").GetBoolean() && names.Count < 9;
        }

        names.ShouldBe(["Acme", "Bolt", "Cage"]);
    }
}
