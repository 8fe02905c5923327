using System.Text.RegularExpressions;
using Crm.LeadForms;
using Inventory.Products;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Workspace.Tests.Browser;

/// <summary>A seller's day, from the enquiry on a web form to the order of an accepted quote.</summary>
public class SellersDayTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserTheory]
    [InlineData("fa", 1280)]
    [InlineData("en", 1280)]
    [InlineData("fa", 360)]
    public async Task From_the_web_form_to_the_order(string language, int width)
    {
        var errors = new List<string>();
        var (key, code) = await SetUpAsync(language, width);
        var name = $"Neda {language}{width}";

        var visitor = await browser.OpenAsync(language, width, errors);
        await visitor.GotoAsync($"/Crm/Forms/{key}?utm_source=google");
        await visitor.FillAsync("[name='Input.Name']", name);
        await visitor.FillAsync("[name='Input.Mobile']", $"0912{(language == "fa" ? 1 : 2)}{width:000000}");
        await visitor.FillAsync("[name='Input.Message']", "Two presses");
        await visitor.WaitForTimeoutAsync(3_500); // nobody fills in a form in three seconds
        await visitor.ClickAsync("main form button.btn-primary");
        await Assertions.Expect(visitor.Locator("main")).ToContainTextAsync("Thank you!");

        var page = await browser.SignInAsync("sara", language, width, errors);
        page.Dialog += async (_, question) => await question.AcceptAsync();
        await page.GotoAsync("/Crm/MyDay");
        await page.Locator("#day a", new PageLocatorOptions { HasText = name }).ClickAsync();
        await page.FillAsync("[name='Touch.Text']", "They need them in spring");
        await page.Locator("#touch button.btn-primary").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("They need them in spring");
        await page.Locator("#convert summary").ClickAsync();
        await page.Locator("form[data-convert] button.btn-primary").ClickAsync();
        await page.WaitForURLAsync(new Regex("/Crm/Opportunities/Details/"));
        var deal = new Uri(page.Url).AbsolutePath;

        await page.FillAsync("[name='Line.ProductIdText']", code);
        await page.Locator("#offer .ui-lookup-item").First.ClickAsync();
        await page.FillAsync("[name='Line.Quantity']", "2");
        await page.Locator("#offer form[action*='handler=Line'] button").Last.ClickAsync();
        await Assertions.Expect(page.Locator("#offer table")).ToContainTextAsync(code);
        await page.Locator("form[action*='handler=Quote'] button").ClickAsync();
        await page.Locator("#documents button[value=Send]").ClickAsync();
        await page.Locator("#documents button[value=AcceptAndOrder]").ClickAsync();
        await Assertions.Expect(page.Locator("#documents > li")).ToHaveCountAsync(2);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, "the page scrolls sideways");

        await page.Locator("#documents a").First.ClickAsync();
        await page.WaitForURLAsync(new Regex("/Invoicing/Quotes/Details/"));
        await page.Locator($"main a[href='{deal}']").ClickAsync();
        await page.WaitForURLAsync(new Regex("/Crm/Opportunities/Details/"));
        errors.ShouldBeEmpty();
    }

    /// <summary>What the administrator has prepared: a form whose enquiries are Sara's, and something to sell.</summary>
    private async Task<(string Key, string Code)> SetUpAsync(string language, int width)
    {
        var @as = await As.CreateAsync(browser.App.Services);
        await using var scope = browser.App.Services.CreateAsyncScope();
        var code = $"PR-{language}{width}".ToUpperInvariant();
        return await @as.Admin(async () =>
        {
            await scope.ServiceProvider.GetRequiredService<IProductAppService>().CreateAsync(new CreateProductDto { Code = code, Name = $"Press {code}", Unit = "piece", UnitPrice = 5_000_000m });
            var forms = scope.ServiceProvider.GetRequiredService<ILeadFormAppService>();
            var id = await forms.CreateAsync(new SaveLeadFormDto { Name = code, Title = "Write to us", ThankYou = "Thank you!", Language = language, OwnerId = @as.IdOf("sara") });
            return ((await forms.GetAsync(id)).Key, code);
        });
    }
}
