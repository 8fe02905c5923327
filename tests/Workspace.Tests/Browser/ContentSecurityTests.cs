using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Workspace.Tests.Browser;

/// <summary>A walk through all pages that can be reached: the browser must find nothing to refuse or to complain about.</summary>
public class ContentSecurityTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserTheory]
    [InlineData("fa")]
    [InlineData("en")]
    public async Task No_page_breaks_the_content_security_policy_or_writes_an_error_to_the_console(string language)
    {
        await SomeBusinessAsync(language);
        var errors = new List<string>();
        var page = await browser.SignInAsync("admin", language, 1280, errors);

        var visited = await WalkAsync(page, errors);

        errors.Where(error => !error.Contains("Failed to load resource", StringComparison.Ordinal)).ShouldBeEmpty();
        visited.Count.ShouldBeGreaterThan(30);
        visited.ShouldContain("/Crm/Customers/File/{id}");
    }

    [BrowserTheory]
    [InlineData("en")]
    public async Task A_script_that_somebody_smuggles_into_a_page_does_not_run(string language)
    {
        var errors = new List<string>();
        var page = await browser.SignInAsync("admin", language, 1280, errors);

        await page.EvaluateAsync("() => document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.smuggled = true\">')");
        await page.WaitForTimeoutAsync(300);

        (await page.EvaluateAsync<bool>("() => window.smuggled === true")).ShouldBeFalse();
        errors.ShouldContain(error => error.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    /// <returns>The shapes of the addresses that were opened, one page for each.</returns>
    private async Task<HashSet<string>> WalkAsync(IPage page, List<string> errors)
    {
        var open = new Queue<string>(browser.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null && !endpoint.RoutePattern.RawText!.Contains('{'))
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')));
        var visited = new HashSet<string>();
        while (open.TryDequeue(out var url))
        {
            if (!visited.Add(Shape(url))) { continue; }
            var before = errors.Count;
            await page.GotoAsync(url, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
            for (var i = before; i < errors.Count; i++) { errors[i] = $"{url}: {errors[i]}"; }
            foreach (var link in await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href^=\"/\"]:not([download])')].map(a => a.getAttribute('href'))")) { open.Enqueue(link); }
        }
        return visited;
    }

    private static string Shape(string url) => Regex.Replace(url.Split('?', '#')[0], "[0-9a-f]{8}-[0-9a-f-]{27}", "{id}");

    private async Task SomeBusinessAsync(string language)
    {
        var given = new Given(browser.App.Services, await As.CreateAsync(browser.App.Services));
        var customer = await given.Customer($"Acme {language}", mobile: language == "fa" ? "09991500301" : "09991500302");
        await given.Quote(customer);
        await given.Payment(customer, 400_000m, await given.Invoice(customer));
        await given.Call(customer, "Asked for a price");
    }
}
