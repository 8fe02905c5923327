using Microsoft.Playwright;

namespace Workspace.Tests.Browser;

/// <summary>Deals by hand: what a page over HTTP cannot show.</summary>
public class BoardTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    /// <summary>The first move of a server that has just started.</summary>
    private static readonly LocatorAssertionsToHaveCountOptions Patient = new() { Timeout = 20_000 };

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
    [InlineData("fa", 360)]
    [InlineData("en", 820)]
    public async Task A_finger_scrolls_the_board_and_after_a_long_press_carries_a_card_to_a_stage_out_of_sight(string language, int width)
    {
        var title = await PlantAsync("touch" + language);
        var errors = new List<string>();
        var page = await browser.SignInAsync("sara", language, width, errors, byTouch: true);
        await page.GotoAsync($"/Crm/Opportunities/Board?Q={title}");
        var (board, card, third) = (page.Locator("[data-board]"), page.Locator("[data-stage]").Nth(0).Locator("[data-card]").First, page.Locator("[data-stage]").Nth(2));
        var finger = new Finger(await page.Context.NewCDPSessionAsync(page), page);
        var onwards = language == "fa" ? -1 : 1; // the way to later stages

        var box = (await card.BoundingBoxAsync())!;
        var middle = (X: box.X + box.Width / 2, Y: box.Y + 45);
        await finger.DownAsync(middle.X, middle.Y);
        await finger.GoAsync(middle.X - onwards * 120, middle.Y);
        await finger.UpAsync();
        await page.WaitForFunctionAsync("Math.abs(document.querySelector('[data-board]').scrollLeft) > 40");
        (await page.Locator(".crm-card-ghost").CountAsync()).ShouldBe(0);
        await page.WaitForTimeoutAsync(400); // what a flick leaves behind
        await board.EvaluateAsync("board => board.scrollLeft = 0");

        await finger.DownAsync(middle.X, middle.Y);
        await page.WaitForTimeoutAsync(800); // longer than a browser waits before it opens a link's menu
        await Assertions.Expect(page.Locator(".crm-card-ghost")).ToHaveCountAsync(1);
        await CarryAsync(finger, board, third, width, middle.Y + 20);
        await finger.UpAsync();
        await Assertions.Expect(third.Locator("[data-card]")).ToHaveCountAsync(1, Patient);

        await board.EvaluateAsync("board => board.scrollLeft = 0");
        var url = page.Url;
        await finger.DownAsync(middle.X, box.Y + 18); // on the card's link
        await page.WaitForTimeoutAsync(400);
        await finger.UpAsync();
        await page.WaitForTimeoutAsync(300);
        page.Url.ShouldBe(url, "a card that was taken up and put back is not opened");
        await Assertions.Expect(page.Locator(".crm-card-ghost")).ToHaveCountAsync(0);
        errors.ShouldBeEmpty();
    }

    [BrowserTheory]
    [InlineData("en", 820)]
    public async Task A_pen_carries_a_card(string language, int width)
    {
        var title = await PlantAsync("pen" + language);
        var page = await browser.SignInAsync("sara", language, width, []);
        await page.GotoAsync($"/Crm/Opportunities/Board?Q={title}");
        var (first, second) = (page.Locator("[data-stage]").Nth(0), page.Locator("[data-stage]").Nth(1));
        var (from, to) = ((await first.Locator("[data-card]").First.BoundingBoxAsync())!, (await second.BoundingBoxAsync())!);
        var session = await page.Context.NewCDPSessionAsync(page);

        await PenAsync("mousePressed", from.X + from.Width / 2, from.Y + 45);
        for (var step = 1; step <= 8; step++)
        {
            await PenAsync("mouseMoved", from.X + from.Width / 2 + (to.X + to.Width / 2 - from.X - from.Width / 2) * step / 8, from.Y + 50);
        }
        await PenAsync("mouseReleased", to.X + to.Width / 2, from.Y + 50);

        await Assertions.Expect(second.Locator("[data-card]")).ToHaveCountAsync(1, Patient);

        Task PenAsync(string type, float x, float y) => session.SendAsync("Input.dispatchMouseEvent", new()
        {
            ["type"] = type, ["x"] = x, ["y"] = y, ["button"] = "left", ["buttons"] = type == "mouseReleased" ? 0 : 1, ["clickCount"] = 1, ["pointerType"] = "pen",
        });
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

    /// <summary>Holds the card at the edge behind which the column lies, until the column is in sight, and then above it.</summary>
    private static async Task CarryAsync(Finger finger, ILocator board, ILocator column, int width, float y)
    {
        const int Margin = 70;
        var edges = (await board.BoundingBoxAsync())!;
        for (var tries = 0; tries < 8; tries++)
        {
            var box = (await column.BoundingBoxAsync())!;
            var centre = box.X + box.Width / 2;
            if (centre > Margin && centre < width - Margin)
            {
                await finger.GoAsync(centre, y);
                return;
            }
            await finger.GoAsync(centre > Margin ? Math.Min(edges.X + edges.Width, width) - 8 : Math.Max(edges.X, 0) + 8, y);
            await board.Page.WaitForTimeoutAsync(300); // a finger that rests sends nothing, and the board goes on
            await finger.GoAsync(width / 2f, y);
        }
        throw new InvalidOperationException("The column did not come into sight.");
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

    /// <summary>A finger on the screen, as the browser gets it from a device.</summary>
    private sealed class Finger(ICDPSession session, IPage page)
    {
        private const int Steps = 10;
        private (float X, float Y) _at;

        public Task DownAsync(float x, float y) => SendAsync("touchStart", _at = (x, y));

        public async Task GoAsync(float x, float y)
        {
            var from = _at;
            for (var step = 1; step <= Steps; step++)
            {
                await SendAsync("touchMove", _at = (from.X + (x - from.X) * step / Steps, from.Y + (y - from.Y) * step / Steps));
                await page.WaitForTimeoutAsync(16);
            }
        }

        public Task UpAsync() => SendAsync("touchEnd");

        private Task SendAsync(string type, params (float X, float Y)[] points) => session.SendAsync("Input.dispatchTouchEvent", new()
        {
            ["type"] = type, ["touchPoints"] = points.Select(point => new Dictionary<string, object> { ["x"] = point.X, ["y"] = point.Y }).ToArray(),
        });
    }
}
