using Crm.Customers;
using Parties.Parties;
using Volo.Abp.Modularity;

namespace Workspace.Tests.Searching;

/// <summary>An organisation that counts as large from its fourth party on, and of which two that fit are looked at.</summary>
[DependsOn(typeof(WorkspaceModule))]
public class ManyPartiesModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context) =>
        Configure<PartySearchOptions>(options => (options.Many, options.MaxCandidates) = (3, 2));
}

public class ManyPartiesTests : WorkspaceTest<ManyPartiesModule>
{
    [Fact]
    public async Task Of_many_that_fit_some_are_shown_and_the_page_says_so()
    {
        await CustomersAsync("آرمان یک", "آرمان دو", "آرمان سه", "دیگری");

        var page = await (await SignedIn()).GetAsync("/Crm/Customers?Q=آرمان");

        page.Document.QuerySelectorAll("#rows tr").Length.ShouldBe(2);
        page.Text.ShouldContain("these are some of them");
        (await (await SignedIn()).GetAsync("/Parties/Parties?Q=آرمان")).Text.ShouldContain("these are some of them");
    }

    [Fact]
    public async Task What_fits_few_is_found_whole()
    {
        await CustomersAsync("آرمان یک", "آرمان دو", "بهار", "دیگری");

        var page = await As.Admin(() => Get<ICustomerAppService>().GetListAsync(new CustomerListInput { Text = "ارمان" }));

        page.Rows.Select(row => row.Name).ShouldBe(["آرمان دو", "آرمان یک"]);
        page.Stopped.ShouldBeFalse();
    }

    [Fact]
    public async Task Who_sees_his_own_only_has_his_own_looked_at()
    {
        await CustomersAsync("آرمان یک", "آرمان دو", "آرمان سه");
        foreach (var name in (string[])["بهار", "پاییز", "زمستان", "آرمان نیما"]) { await Given.Customer(name, owner: "nima"); }

        var page = await As.User("nima", () => Get<ICustomerAppService>().GetListAsync(new CustomerListInput { Text = "آرمان" }));

        page.Rows.Select(row => row.Name).ShouldBe(["آرمان نیما"]);
        page.Stopped.ShouldBeFalse();
    }

    [Fact]
    public async Task One_letter_is_a_word_too()
    {
        await CustomersAsync("نان و نمک", "دیگری", "سومی", "چهارمی");

        var page = await As.Admin(() => Get<ICustomerAppService>().GetListAsync(new CustomerListInput { Text = "و ن" }));

        page.Rows.Select(row => row.Name).ShouldBe(["نان و نمک"]);
    }

    [Fact]
    public async Task An_export_holds_all_that_fit_however_many_there_are()
    {
        await CustomersAsync("آرمان یک", "آرمان دو", "آرمان سه", "دیگری");

        var page = await As.Admin(() => Get<IPartyAppService>().GetListAsync(new PartyListInput { Text = "آرمان", Whole = true }));

        page.Rows.Count.ShouldBe(3);
    }

    private async Task CustomersAsync(params string[] names)
    {
        foreach (var name in names) { await Given.Customer(name); }
    }
}
