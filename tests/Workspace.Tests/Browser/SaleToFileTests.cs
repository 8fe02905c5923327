using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Workspace.Tests.Browser;

/// <summary>The line through the whole house, as a person walks it.</summary>
public class SaleToFileTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserTheory]
    [InlineData("fa", 1280)]
    [InlineData("en", 1280)]
    [InlineData("fa", 360)]
    public async Task An_invoice_and_a_payment_made_on_their_own_pages_stand_in_the_customers_file_at_once(string language, int width)
    {
        var errors = new List<string>();
        var page = await browser.SignInAsync("admin", language, width, errors);
        page.Dialog += async (_, question) => await question.AcceptAsync();
        var name = $"صنایع کریمی {language}{width}";

        await page.GotoAsync("/Crm/Customers/Create");
        await page.FillAsync("[name='Input.Name']", name);
        await page.FillAsync("[name='Input.Mobile']", $"۰۹۹۹ ۱۲۳ {width + (language == "fa" ? 0 : 1):0000}");
        await SaveAsync(page);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/Crm/Customers/"));
        await OpenFileAsync(page, name);
        var file = page.Url;
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("INV-");

        await page.GotoAsync("/Invoicing/Invoices/Create?partyId=" + Regex.Match(file, "[0-9a-f-]{36}").Value);
        await page.FillAsync("[name='Input.Lines[0].Description']", "پرس هیدرولیک");
        await page.FillAsync("[name='Input.Lines[0].Quantity']", "۲");
        await page.FillAsync("[name='Input.Lines[0].UnitPrice']", "۵٬۰۰۰٬۰۰۰");
        await page.FillAsync("[name='Input.Lines[0].TaxPercent']", "10");
        await SaveAsync(page);
        await page.Locator("main form[action*='act=Issue'] button").ClickAsync();
        await Assertions.Expect(page.Locator("main h1")).ToContainTextAsync("INV-");
        var number = Regex.Match(await page.Locator("main h1").InnerTextAsync(), @"INV-[0-9-]+").Value;

        await page.GotoAsync("/Accounting/Receipts/Create?partyId=" + Regex.Match(file, "[0-9a-f-]{36}").Value);
        await page.FillAsync("[name='Input.Amount']", "4000000");
        await page.FillAsync("[name^='Input.Allocations[']:not([type=hidden])", "4000000");
        await SaveAsync(page);

        await OpenFileAsync(page, name);
        var main = page.Locator("main");
        await Assertions.Expect(main).ToContainTextAsync(number);
        await Assertions.Expect(main).ToContainTextAsync("RCP-");
        await Assertions.Expect(main).ToContainTextAsync(language == "fa" ? "۷٬۰۰۰٬۰۰۰" : "7,000,000");
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, "the page scrolls sideways");
        errors.ShouldBeEmpty();
    }

    // Typed as on an Arabic keyboard: ي and ك.
    private static async Task OpenFileAsync(IPage page, string name)
    {
        await page.GotoAsync("/Crm/Customers");
        await page.FillAsync("main input[name='Q']", "كريمي " + name.Split(' ')[^1]);
        await page.PressAsync("main input[name='Q']", "Enter");
        await page.WaitForURLAsync(new Regex("Q="));
        await page.Locator("main a", new PageLocatorOptions { HasText = name }).First.ClickAsync();
        await page.WaitForURLAsync(new Regex("/Crm/Customers/File/"));
    }

    private static async Task SaveAsync(IPage page)
    {
        await page.Locator("main .ui-form-actions button.btn-primary").First.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/Create", StringComparison.Ordinal));
    }
}
