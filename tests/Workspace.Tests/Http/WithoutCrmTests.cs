using System.Net;
using Workspace;

namespace Workspace.Tests.Http;

/// <summary>The host without CRM's line in DependsOn.</summary>
public class WithoutCrmTests : WorkspaceTest<WorkspaceHostModule>
{
    [Fact]
    public async Task The_workspace_starts_and_works_without_CRM()
    {
        var acme = await Given.Customer("Acme");
        var invoice = await Given.Invoice(acme);
        using var visitor = await SignedIn();

        var start = await visitor.GetAsync("/");
        start.Status.ShouldBe(HttpStatusCode.OK);
        start.Document.QuerySelectorAll("a[href^='/Crm']").ShouldBeEmpty();
        var details = await visitor.GetAsync($"/Invoicing/Invoices/Details/{invoice}");
        details.Status.ShouldBe(HttpStatusCode.OK);
        details.Text.ShouldContain("Acme");
        details.Document.QuerySelectorAll("a[href^='/Crm']").ShouldBeEmpty();
        (await visitor.GetAsync("/Crm/Customers")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
