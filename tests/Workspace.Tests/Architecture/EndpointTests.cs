using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Workspace;

namespace Workspace.Tests.Architecture;

/// <summary>Every public method of an application service is a door, and so is every page: here stands which there are and what each asks for.</summary>
public class EndpointTests : WorkspaceTest<WorkspaceModule>
{
    private const string Anonymous = "anyone";
    private const string SignedInOnly = "signed in";

    [Fact]
    public async Task The_doors_are_the_approved_ones_and_each_asks_for_what_was_approved()
    {
        var approved = await File.ReadAllLinesAsync(Approved());
        var found = (await DoorsAsync()).Select(door => door.ToString()).ToList();

        var difference = found.Except(approved).Select(door => "+ " + door).Concat(approved.Except(found).Select(door => "- " + door)).ToList();

        difference.ShouldBeEmpty($"\n{string.Join('\n', difference)}\nApprove by changing {Approved()}");
        found.Count.ShouldBeGreaterThan(80);
    }

    [Fact]
    public async Task Only_signing_in_the_error_page_the_choice_of_display_a_customers_sealed_link_and_health_are_open_to_anyone()
    {
        (await Get<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync()).ShouldNotBeNull("a door that asks for nothing asks for a signed-in user");

        (await DoorsAsync()).Where(door => door.Asks == Anonymous).Select(door => door.Path)
            .ShouldBe(
                [
                    "/Account/AccessDenied", "/Account/Login", "/Account/Logout", "/Account/NewPassword", "/Account/TwoFactor", "/Crm/Calendar/Feed/{key}",
                    "/Crm/Forms/Index/{key}", "/Crm/Forms/{key}", "/Crm/Invitations/{token}", "/Display", "/Error", "/Invoicing/Offer/{token}", "/health/live", "/health/ready"
                ],
                ignoreOrder: true);
    }

    private async Task<List<Door>> DoorsAsync()
    {
        var doors = new List<Door>();
        foreach (var endpoint in Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var isPage = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null;
            var asks = Asks(await WholeAsync(endpoint.Metadata));
            var verbs = isPage ? ["PAGE"] : endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"];
            doors.AddRange(verbs.Select(verb => new Door(verb, "/" + endpoint.RoutePattern.RawText?.TrimStart('/'), asks)));
        }
        return [.. doors.Distinct().OrderBy(door => door.Path, StringComparer.Ordinal).ThenBy(door => door.Verb, StringComparer.Ordinal)];
    }

    /// <summary>What a page's model says about it is known once the page is loaded.</summary>
    private async Task<EndpointMetadataCollection> WholeAsync(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<PageActionDescriptor>() is { } page and not CompiledPageActionDescriptor
            ? (await Get<PageLoader>().LoadAsync(page, metadata)).Endpoint!.Metadata
            : metadata;

    private static string Asks(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<IAllowAnonymous>() is not null ? Anonymous
        : metadata.GetOrderedMetadata<IAuthorizeData>().Select(asked => asked.Policy).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList() is { Count: > 0 } policies
            ? string.Join(" + ", policies)
            : SignedInOnly;

    private static string Approved([CallerFilePath] string test = "") => Path.Combine(Path.GetDirectoryName(test)!, "Endpoints.approved.txt");

    private record Door(string Verb, string Path, string Asks)
    {
        public override string ToString() => $"{Verb,-6} {Path,-80} {Asks}";
    }
}
