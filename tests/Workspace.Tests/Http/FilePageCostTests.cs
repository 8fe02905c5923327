using Workspace;

namespace Workspace.Tests.Http;

public class FilePageCostTests(Xunit.Abstractions.ITestOutputHelper output) : WorkspaceTest<WorkspaceModule>
{
    /// <summary>One for each installed module, two for CRM, and nothing for sign-in, tenant, rights or shell once they are known.</summary>
    [Fact]
    public async Task The_page_of_the_customers_file_costs_at_most_eight_statements_warm()
    {
        var few = await Given.Customer("Few");
        var many = await Given.Customer("Many");
        await AddAsync(few, 1);
        await AddAsync(many, 125);
        using var visitor = await SignedIn();

        var cold = await StatementLog.OfAsync(() => visitor.GetAsync($"/Crm/Customers/File/{few}"));
        var withFew = await StatementLog.OfAsync(() => visitor.GetAsync($"/Crm/Customers/File/{few}"));
        var withMany = await StatementLog.OfAsync(() => visitor.GetAsync($"/Crm/Customers/File/{many}"));

        output.WriteLine($"first request {cold.Count}, then {withFew.Count} with 5 documents, {withMany.Count} with 500");
        withFew.Count.ShouldBeLessThanOrEqualTo(8, string.Join("\n\n", withFew));
        withMany.Count.ShouldBe(withFew.Count, string.Join("\n\n", withMany));
        withFew.Count.ShouldBeGreaterThan(3);
    }

    private async Task AddAsync(Guid party, int each)
    {
        for (var i = 0; i < each; i++)
        {
            await Given.Quote(party);
            await Given.Order(party);
            await Given.Payment(party, 1_000_000m, await Given.Invoice(party));
        }
    }
}
