using Microsoft.Playwright;

namespace Workspace.Tests.Browser;

/// <summary>Deals by hand: what a page over HTTP cannot show.</summary>
public class BoardTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserTheory]
    [InlineData("fa")]
    [InlineData("en")]
    public async Task A_card_goes_by_mouse_and_by_keyboard_which_stays_with_it_and_a_column_fills_when_it_is_scrolled(string language)
    {
        var title = await PlantAsync("board" + language);
        var errors = new List<string>();
        var page = await browser.SignInAsync("sara", language, 1280, errors);
        await page.GotoAsync($"/Crm/Opportunities/Board?Q={title}");
        var (first, second) = (page.Locator("[data-stage]").Nth(0), page.Locator("[data-stage]").Nth(1));

        await first.Locator(".ui-more").ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(first.Locator("[data-card]")).ToHaveCountAsync(30);

        await page.EvaluateAsync("window.scrollTo(0, 0)");
        await DragAsync(page, first.Locator("[data-card]").First, second);
        await Assertions.Expect(second.Locator("[data-card]")).ToHaveCountAsync(1);
        await Assertions.Expect(first.Locator(".ui-count")).ToHaveTextAsync(language == "fa" ? "۲۹" : "29");

        var card = first.Locator("[data-card]").First;
        var id = await card.GetAttributeAsync("data-card");
        await card.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(second.Locator($"[data-card='{id}']")).ToHaveCountAsync(1);
        await Assertions.Expect(second.Locator($"[data-card='{id}'] summary")).ToBeFocusedAsync();
        errors.ShouldBeEmpty();
    }

    [BrowserTheory]
    [InlineData("fa", 1280)]
    [InlineData("en", 360)]
    public async Task A_row_of_the_list_is_written_in_its_place_and_keeps_what_was_typed_wrongly(string language, int width)
    {
        var title = await PlantAsync("row" + language);
        var errors = new List<string>();
        var page = await browser.SignInAsync("sara", language, width, errors);
        await page.GotoAsync($"/Crm/Opportunities?Q={title}");

        await page.Locator("#rows a[href*='Edit=']").Nth(2).ClickAsync(); // and not the row's own link, which lies over it
        await page.FillAsync("#edited [name='Row.NextStep']", "Call them");
        await page.FillAsync("#edited [name='Row.NextStepOn']", "some day");
        await page.Locator("#edited button.btn-primary").ClickAsync();
        await Assertions.Expect(page.Locator("#edited .ui-error")).ToContainTextAsync("some day");
        await Assertions.Expect(page.Locator("#edited [name='Row.NextStep']")).ToHaveValueAsync("Call them");

        await page.FillAsync("#edited [name='Row.NextStepOn']", "2026-12-01");
        await page.Locator("#edited button.btn-primary").ClickAsync();
        await Assertions.Expect(page.Locator("#edited")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#rows")).ToContainTextAsync(language == "fa" ? "۱۴۰۵/۰۹/۱۰" : "1 Dec 2026");
        errors.Where(error => !error.Contains("422", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static async Task DragAsync(IPage page, ILocator card, ILocator column)
    {
        var (from, to) = ((await card.BoundingBoxAsync())!, (await column.BoundingBoxAsync())!);
        await page.Mouse.MoveAsync(from.X + from.Width / 2, from.Y + 45);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + from.Width / 2 + 20, from.Y + 60, new MouseMoveOptions { Steps = 4 });
        await page.Mouse.MoveAsync(to.X + to.Width / 2, to.Y + 40, new MouseMoveOptions { Steps = 8 });
        await page.Mouse.UpAsync();
    }

    /// <summary>Thirty deals of one customer in the first stage.</summary>
    private async Task<string> PlantAsync(string mark)
    {
        var @as = await As.CreateAsync(browser.App.Services);
        var given = new Given(browser.App.Services, @as);
        var acme = await given.Customer($"Acme {mark}", $"0999150{Math.Abs(mark.GetHashCode(StringComparison.Ordinal)) % 9000 + 1000}");
        await given.Call(acme, "hello"); // the second stage asks for a talk
        for (var i = 0; i < 30; i++) { await given.Opportunity(acme, $"Lathe{mark} {i}"); }
        return $"Lathe{mark}";
    }
}
