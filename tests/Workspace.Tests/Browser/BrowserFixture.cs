using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Workspace;
using Workspace.Demonstration;

namespace Workspace.Tests.Browser;

/// <summary>The product on a loopback port and a real Chromium before it, once for all browser tests.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public WorkspaceApp App { get; private set; } = null!;

    public static string? Chromium { get; } =
        new[] { Environment.GetEnvironmentVariable("CRM_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (Chromium is null) { return; }
        App = await WorkspaceApp.ServeAsync<WorkspaceModule>();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium, Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
        });
    }

    /// <summary>A page in which nobody is signed in. A script error fails the test that reads <paramref name="errors"/>.</summary>
    /// <param name="byTouch">On a screen that one touches.</param>
    public async Task<IPage> OpenAsync(string language, int width, List<string> errors, bool byTouch = false)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = App.Address, ViewportSize = new ViewportSize { Width = width, Height = 900 }, HasTouch = byTouch });
        await context.AddCookiesAsync([new Cookie { Name = ".AspNetCore.Culture", Value = Uri.EscapeDataString($"c={language}|uic={language}"), Url = App.Address }]);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => errors.Add(error);
        // A search that was overtaken by the next one is aborted on purpose; htmx tells so as an error.
        page.Console += (_, message) => { if (message.Type == "error" && !Regex.IsMatch(message.Text, "^htmx:(sendAbort|afterRequest)")) { errors.Add(message.Text); } };
        return page;
    }

    /// <inheritdoc cref="OpenAsync"/>
    public async Task<IPage> SignInAsync(string user, string language, int width, List<string> errors, bool byTouch = false)
    {
        var page = await OpenAsync(language, width, errors, byTouch);
        await page.GotoAsync("/Account/Login");
        await page.FillAsync("[name='Input.Organisation']", DemonstrationData.TenantName);
        await page.FillAsync("[name='Input.UserName']", user);
        await page.FillAsync("[name='Input.Password']", DemonstrationData.Password);
        await page.ClickAsync("main form button[type=submit], main form button:not([type])");
        await page.WaitForURLAsync(url => !url.Contains("/Account/", StringComparison.Ordinal));
        return page;
    }

    public async Task DisposeAsync()
    {
        if (Chromium is null) { return; }
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await App.DisposeAsync();
    }
}

/// <summary>A test in a real browser; says so where there is none.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (BrowserFixture.Chromium is null) { Skip = "Chromium is not installed (or name it in CRM_CHROMIUM)."; }
    }
}
