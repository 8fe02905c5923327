using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Workspace;

namespace Workspace.Tests.Architecture;

/// <summary>A change that a browser sends with its cookies must prove that our own page made it. The doors are found, not listed.</summary>
public class AntiforgeryTests : WorkspaceTest<WorkspaceModule>
{
    [Fact]
    public async Task No_page_takes_a_change_without_the_forms_token()
    {
        using var visitor = await SignedIn();
        using var host = await SignedInAtHost();
        var handlers = await PageHandlersAsync();
        handlers.Count.ShouldBeGreaterThan(20);

        foreach (var url in handlers)
        {
            // Organisations are the workspace's administrator's business alone.
            var who = url.StartsWith("/Administration/Tenants", StringComparison.Ordinal) ? host : visitor;
            (await who.SendAsync(new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent([]) }))
                .Status.ShouldBe(HttpStatusCode.BadRequest, $"POST {url} without a token");
        }
    }

    [Fact]
    public async Task No_API_takes_a_change_from_a_browser_without_the_token()
    {
        using var visitor = await SignedIn();
        var doors = Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null)
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []).Select(verb => (Verb: verb, Url: UrlOf(endpoint))))
            .Where(door => door.Verb != "GET").Distinct().ToList();
        doors.Count.ShouldBeGreaterThan(30);

        foreach (var (verb, url) in doors)
        {
            (await visitor.SendAsync(new HttpRequestMessage(new HttpMethod(verb), url)))
                .Status.ShouldBe(HttpStatusCode.BadRequest, $"{verb} {url} without a token");
        }
    }

    private async Task<List<string>> PageHandlersAsync()
    {
        var urls = new List<string>();
        foreach (var endpoint in Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            // The error page answers a failed POST and changes nothing; a public form is sealed, and knows no cookie that could be abused.
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { ViewEnginePath: not ("/Error" or "/Crm/Forms/Index") } page)
            {
                var compiled = page as CompiledPageActionDescriptor ?? await Get<PageLoader>().LoadAsync(page, endpoint.Metadata);
                urls.AddRange(compiled.HandlerMethods.Where(handler => handler.HttpMethod != "Get")
                    .Select(handler => UrlOf(endpoint) + (handler.Name is { Length: > 0 } name ? "?handler=" + name : "")));
            }
        }
        return [.. urls.Distinct()];
    }

    /// <summary>A route with something for each parameter that its constraints take.</summary>
    private static string UrlOf(RouteEndpoint endpoint) => "/" + Regex.Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), @"\{((?:[^{}]|\{[^}]*\})*)\}", parameter =>
        Regex.Match(parameter.Groups[1].Value, @"\^\((\w+)") is { Success: true } choice ? choice.Groups[1].Value : Guid.Empty.ToString());
}
