using System.Net;
using Crm.Leads;
using Crm.Permissions;
using Kernel.Reading;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Workspace.Tests.Administration;

namespace Workspace.Tests.Selling;

/// <summary>Leads and deals as files, by the same door as parties.</summary>
public class SellingExportTests : AdministrationTest
{
    private const string Form = "form:has(#Purpose)";

    [Fact]
    public async Task Leads_go_out_as_the_queue_is_narrowed_and_the_ledger_knows_it_first()
    {
        await LeadAsync("Coyote", "09121111111", "sara");
        await LeadAsync("Bugs", "09122222222", "nima");
        using var admin = await SignedIn();
        var queue = await admin.GetAsync("/Crm/Leads?Q=Coyote");

        var form = await admin.GetAsync(queue.Document.QuerySelector("a[href^='/Export/leads']")!.GetAttribute("href")!);
        var file = await form.SubmitAsync(new() { ["Purpose"] = "A list for the fair" }, Form);

        file.Html.ShouldContain("Coyote");
        file.Html.ShouldContain("+989121111111");
        file.Html.ShouldNotContain("Bugs");
        var written = (await ExportsAsync()).ShouldHaveSingleItem();
        (written.Entity, written.Rows, written.UserName).ShouldBe((CrmPermissions.Leads.Default, 1, "admin"));
        file.Html.Trim().Split('\n')[^1].ShouldContain(written.Detail![..10]);
    }

    [Fact]
    public async Task Telephones_are_covered_in_the_file_as_on_the_screen()
    {
        await LeadAsync("Coyote", "09121111111", "sara");
        await Let("guest", CrmPermissions.Leads.Default, CrmPermissions.Leads.Export, "Crm.Leads.Records.Team", "Crm.Leads.Records.Unit", "Crm.Leads.Records.All",
            "Parties.Parties", "Parties.Parties.Fields.Phone");

        var file = await ExportAsync("guest", "/Crm/Leads", "leads");

        file.ShouldContain("Coyote");
        file.ShouldNotContain("9121111111");
        (await ExportAsync("admin", "/Crm/Leads", "leads")).ShouldContain("+989121111111");
    }

    [Fact]
    public async Task A_file_of_deals_holds_those_of_the_reader_and_their_amounts_only_where_he_sees_them()
    {
        var (acme, other) = (await Given.Customer("Acme", owner: "nima"), await Given.Customer("Other", owner: "sara"));
        await Given.Opportunity(acme, "Two presses", 1_234_567m);
        await Given.Opportunity(other, "Three presses", 7_654_321m);
        await Let("guest", CrmPermissions.Opportunities.Default, CrmPermissions.Opportunities.Export, "Crm.Opportunities.Records.Team", "Crm.Opportunities.Records.Unit", "Crm.Opportunities.Records.All",
            "Parties.Parties", "Parties.Parties.Records.Team", "Parties.Parties.Records.Unit", "Parties.Parties.Records.All", "Crm.Customers");

        var whole = await ExportAsync("admin", "/Crm/Opportunities", "opportunities");
        var covered = await ExportAsync("guest", "/Crm/Opportunities", "opportunities");

        whole.ShouldContain("Two presses");
        whole.ShouldContain("1234567");
        covered.ShouldContain("Three presses");
        covered.ShouldNotContain("7654321");
        (await ExportsAsync()).Select(read => (read.UserName, read.Rows)).ShouldBe([("admin", 2), ("guest", 2)], ignoreOrder: true);
    }

    [Theory]
    [InlineData("/Crm/Leads", "leads")]
    [InlineData("/Crm/Opportunities", "opportunities")]
    public async Task Who_sells_without_the_right_gets_neither_link_nor_file(string list, string name)
    {
        await LeadAsync("Coyote", "09121111111", "sara");
        await Given.Opportunity(await Given.Customer("Acme"), "Two presses", 1_234_567m);
        using var sara = await SignedIn("sara");

        (await sara.GetAsync(list)).Html.ShouldNotContain("/Export/");
        (await sara.GetAsync($"/Export/{name}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<string> ExportAsync(string user, string list, string name)
    {
        using var visitor = await SignedIn(user);
        var link = (await visitor.GetAsync(list)).Document.QuerySelector($"a[href^='/Export/{name}']")!.GetAttribute("href")!;
        return (await (await visitor.GetAsync(link)).SubmitAsync(new() { ["Purpose"] = "A list for the fair" }, Form)).Html;
    }

    private Task LeadAsync(string name, string mobile, string owner) => Admin(services =>
        services.GetRequiredService<ILeadAppService>().CreateAsync(new CreateLeadDto { PersonName = name, Mobile = mobile, OwnerId = Id(owner) }));

    private Task<List<ReadRecord>> ExportsAsync() => As.Admin(() => Get<IReadOnlyRepository<ReadRecord, Guid>>().GetListAsync(read => read.Kind == ReadKind.Export));
}
