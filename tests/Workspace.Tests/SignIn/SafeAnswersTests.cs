using System.Net;
using Microsoft.AspNetCore.Http;
using Workspace;

namespace Workspace.Tests.SignIn;

public class SafeAnswersTests : WorkspaceTest<WorkspaceModule>
{
    [Theory]
    [InlineData("/Account/Login")]
    [InlineData("/no-such-page")]
    [InlineData("/api/parties/party")]
    [InlineData("/_content/Kernel.Web/mark.svg")]
    public async Task Every_answer_tells_the_browser_to_run_our_own_files_only(string url)
    {
        using var visitor = Visitor();

        var headers = (await visitor.GetAsync(url)).Headers;

        var policy = headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("style-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        headers.Contains("Referrer-Policy").ShouldBeTrue();
        headers.Contains("Permissions-Policy").ShouldBeTrue();
    }

    [Fact]
    public async Task A_program_that_nobody_signed_in_gets_401_and_no_page()
    {
        using var visitor = Visitor();

        var answer = await visitor.GetAsync("/api/parties/party");

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Html.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_program_that_lacks_the_right_gets_403_and_no_page()
    {
        using var visitor = await SignedIn("guest");

        var answer = await visitor.GetAsync("/api/parties/party");

        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Html.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cookies_are_out_of_reach_for_scripts_and_other_sites_and_over_https_never_travel_in_the_clear()
    {
        var plain = await LoginPageAsync("http", forwarded: null);
        var secure = await LoginPageAsync("https", forwarded: null);

        foreach (var cookie in plain.Concat(secure))
        {
            cookie.ShouldContain("httponly", Case.Insensitive);
            cookie.ShouldMatch("(?i)samesite=(lax|strict)");
        }
        secure.ShouldNotBeEmpty();
        secure.ShouldAllBe(cookie => cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Only_a_proxy_that_was_named_may_say_where_a_visitor_comes_from()
    {
        (await AnswerAsync("http", "https", from: "203.0.113.9")).Response.Headers.StrictTransportSecurity.ShouldBeEmpty();
        (await AnswerAsync("http", "https", from: "127.0.0.1")).Response.Headers.StrictTransportSecurity.ShouldNotBeEmpty();
    }

    private async Task<List<string>> LoginPageAsync(string scheme, string? forwarded) =>
        [.. (await AnswerAsync(scheme, forwarded, from: "127.0.0.1")).Response.Headers.SetCookie.OfType<string>()];

    private Task<HttpContext> AnswerAsync(string scheme, string? forwarded, string from) => App.Server.SendAsync(context =>
    {
        (context.Request.Method, context.Request.Path, context.Request.Scheme) = ("GET", "/Account/Login", scheme);
        context.Request.Host = new HostString("workspace.example");
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        if (forwarded is not null)
        {
            (context.Request.Headers["X-Forwarded-For"], context.Request.Headers["X-Forwarded-Proto"]) = ("198.51.100.7", forwarded);
        }
    });
}
