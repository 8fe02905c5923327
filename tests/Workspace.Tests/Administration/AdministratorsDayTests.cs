using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Workspace.Demonstration;
using Workspace.Tests.Browser;

namespace Workspace.Tests.Administration;

/// <summary>An administrator lets a new colleague in, with a role made for her.</summary>
public class AdministratorsDayTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserTheory]
    [InlineData("fa", 1280)]
    [InlineData("en", 360)]
    public async Task A_role_is_copied_changed_and_given_and_who_has_it_sees_exactly_that(string language, int width)
    {
        var errors = new List<string>();
        var admin = await browser.SignInAsync("admin", language, width, errors);
        var (role, user) = ($"cashier-{language}", $"cashier-{language}");

        await admin.GotoAsync("/Administration/Roles");
        await admin.Locator("tr", new PageLocatorOptions { HasText = "finance" }).Locator("a[href*='copyFrom']").ClickAsync();
        await admin.FillAsync("[name='Input.Name']", role);
        await admin.Locator("main form button.btn-primary").ClickAsync();
        await admin.WaitForURLAsync(new Regex("/Administration/Permissions"));
        var roleId = Regex.Match(admin.Url, "[0-9a-f]{8}-[0-9a-f-]{27}").Value;
        var pending = admin.Locator(".ui-matrix-pending");
        await Assertions.Expect(pending).ToBeHiddenAsync();
        await admin.Locator($"input[value='{roleId} Accounting.Journal']").UncheckAsync();
        await admin.Locator($"input[value='{roleId} Inventory.Products']").CheckAsync();
        await Assertions.Expect(pending).ToBeVisibleAsync();
        await admin.FillAsync("[data-find]", "Inventory.Products"); // narrowing keeps what is pending
        await Assertions.Expect(admin.Locator($"input[value='{roleId} Accounting.Journal']")).ToBeHiddenAsync();
        await admin.Locator(".ui-matrix-save .btn-primary").ClickAsync();
        await Assertions.Expect(admin.Locator(".ui-toast", new PageLocatorOptions { HasText = language == "fa" ? "۲ مجوز" : "Saved: 2" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(admin.Locator($"input[value='{roleId} Accounting.Journal']")).Not.ToBeCheckedAsync();
        await NoSidewaysAsync(admin);

        await admin.GotoAsync("/Administration/Users/Create");
        await admin.FillAsync("[name='Input.UserName']", user);
        await admin.FillAsync("[name='Input.Email']", $"{user}@arman.example");
        await admin.FillAsync("[name='Input.Password']", DemonstrationData.Password);
        await admin.UncheckAsync("input[type=checkbox][name='Input.MustChangePassword']");
        await admin.CheckAsync($"input[name='Input.RoleNames'][value='{role}']");
        await admin.Locator("main form button.btn-primary").ClickAsync();
        await admin.WaitForURLAsync(new Regex("/Administration/Users/Details/"));
        var userId = Regex.Match(admin.Url, "[0-9a-f]{8}-[0-9a-f-]{27}").Value;

        var cashier = await browser.SignInAsync(user, language, width, errors);
        await Assertions.Expect(cashier.Locator("a[href='/Inventory/Products']").First).ToBeAttachedAsync();
        (await cashier.Locator("a[href^='/Administration']:not([href$='/Settings/Mine']), a[href='/Accounting/Journal']").CountAsync()).ShouldBe(0);
        (await cashier.GotoAsync("/Inventory/Products"))!.Status.ShouldBe(200);
        (await cashier.APIRequest.GetAsync("/Accounting/Journal", new APIRequestContextOptions { MaxRedirects = 0 })).Status.ShouldNotBe(200);

        await admin.GotoAsync($"/Administration/Users/Why/{userId}");
        await admin.SelectOptionAsync("#permission", "Inventory.Products");
        await admin.Locator("#why button").ClickAsync();
        await Assertions.Expect(admin.Locator("#answer[data-allowed=true] [data-reason=Role]")).ToContainTextAsync(role);
        await admin.SelectOptionAsync("#permission", "Accounting.Journal");
        await admin.Locator("#why button").ClickAsync();
        await Assertions.Expect(admin.Locator("#answer[data-allowed=false] [data-reason=Nothing]")).ToBeVisibleAsync();
        await NoSidewaysAsync(admin);
        errors.ShouldBeEmpty();
    }

    private static async Task NoSidewaysAsync(IPage page) =>
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, $"{page.Url} scrolls sideways");
}
