using System.Net;
using Inventory.Products;
using Workspace;

namespace Workspace.Tests.Selling;

public class OfferPagesTests : WorkspaceTest<WorkspaceModule>
{
    [Theory]
    [InlineData("en", "Sent")]
    [InlineData("fa", "ارسال‌شده")]
    public async Task A_seller_makes_a_quote_from_the_deal_sends_it_and_finds_the_way_back_without_any_script(string language, string sent)
    {
        await As.Admin(() => Get<IProductAppService>().CreateAsync(new CreateProductDto { Code = "P-1", Name = "Press", Unit = "piece", UnitPrice = 5_000_000m }));
        var deal = await Given.Opportunity(await Given.Customer("Acme"));
        using var sara = await SignedIn("sara", language);
        var page = await sara.GetAsync($"/Crm/Opportunities/Details/{deal}");

        var withLine = await page.SubmitAsync(new() { ["Line.ProductIdText"] = "P-1", ["Line.Quantity"] = "2" }, "form[action*='handler=Line']");
        withLine.TextOf("#offer").ShouldContain("Press");
        var quoted = await withLine.SubmitAsync([], "form[action*='handler=Quote']");
        var done = await quoted.SubmitAsync(new() { ["act"] = "Send" }, "form[action*='handler=Document']");

        done.Status.ShouldBe(HttpStatusCode.OK);
        done.TextOf("#documents").ShouldContain(sent);
        var quote = await sara.GetAsync(done.Document.QuerySelector("#documents a")!.GetAttribute("href")!);
        quote.Has($"a[href='/Crm/Opportunities/Details/{deal}']").ShouldBeTrue(quote.Text);
    }

    [Fact]
    public async Task A_product_that_is_not_known_is_refused_in_words_and_what_was_typed_stays()
    {
        var deal = await Given.Opportunity(await Given.Customer("Acme"));
        using var sara = await SignedIn("sara");
        var page = await sara.GetAsync($"/Crm/Opportunities/Details/{deal}");

        var refused = await page.SubmitAsync(new() { ["Line.ProductIdText"] = "Nowhere", ["Line.Quantity"] = "7" }, "form[action*='handler=Line']");

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("No single product was found for “Nowhere”");
        refused.Document.QuerySelector("[name='Line.Quantity']")!.GetAttribute("value").ShouldBe("7");
        refused.Document.QuerySelector("[name='Line.ProductIdText']")!.GetAttribute("value").ShouldBe("Nowhere");
    }
}
