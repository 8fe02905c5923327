using System.Net;
using Crm.Opportunities;
using Workspace;

namespace Workspace.Tests.Selling;

public class SavedViewTests : WorkspaceTest<WorkspaceModule>
{
    [Fact]
    public async Task A_filter_is_named_found_again_and_forgotten_and_is_nobody_elses()
    {
        await Given.Opportunity(await Given.Customer("Acme"), "Two presses");
        using var sara = await SignedIn("sara");
        var list = await sara.GetAsync("/Crm/Opportunities?Mine=true&State=");

        var saved = await list.SubmitAsync(new() { ["name"] = "All of mine" }, "form[action*='handler=View']");

        saved.TextOf(".crm-view-on").ShouldContain("All of mine");
        var found = await sara.GetAsync(saved.Document.QuerySelector(".crm-view a")!.GetAttribute("href")!);
        found.Text.ShouldContain("Two presses");
        found.Document.QuerySelector("select[name=Mine] option[selected]")!.GetAttribute("value").ShouldBe("true");
        using var admin = await SignedIn();
        (await admin.GetAsync("/Crm/Opportunities")).Has(".crm-view").ShouldBeFalse();
        var view = found.Document.QuerySelector("form[action*='handler=Forget'] button")!.GetAttribute("value")!;
        (await found.SubmitAsync(new() { ["viewId"] = view }, "form[action*='handler=Forget']")).Has(".crm-view").ShouldBeFalse();
    }

    [Fact]
    public async Task A_row_is_written_in_its_place_without_script_and_the_second_writer_is_told()
    {
        var deal = await Given.Opportunity(await Given.Customer("Acme"), "Two presses");
        using var sara = await SignedIn("sara");
        var list = await sara.GetAsync("/Crm/Opportunities?Mine=true");
        var row = await sara.GetAsync(list.Document.QuerySelector("a[hx-get*='Edit=']")!.GetAttribute("href")!);
        var form = new Dictionary<string, string> { ["Row.NextStep"] = "Send the catalogue", ["Row.NextStepOn"] = "2026-12-01" };

        var written = await row.SubmitAsync(form, "#edited form");

        written.Status.ShouldBe(HttpStatusCode.OK);
        written.Has("#edited").ShouldBeFalse();
        (await As.Sales(() => Get<IOpportunityAppService>().GetAsync(deal))).Row.NextStep.ShouldBe("Send the catalogue");
        var late = await row.SubmitAsync(form, "#edited form");
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldContain("Two presses");
    }
}
