using Crm.CustomerFiles;
using Kernel.Monetary;
using Parties.Documents;
using Volo.Abp.Authorization;
using Volo.Abp.Domain.Entities;
using Workspace;

namespace Crm.Application.Tests.CustomerFiles;

public class CustomerFileTests : WorkspaceTest<WorkspaceModule>
{
    private ICustomerFileAppService Files => Get<ICustomerFileAppService>();

    [Fact]
    public async Task An_invoice_stands_in_the_file_as_soon_as_it_is_issued_and_is_settled_as_soon_as_it_is_paid()
    {
        var acme = await Given.Customer("Acme");
        (await As.Finance(() => Files.GetAsync(acme))).Timeline.Items.ShouldBeEmpty();

        var invoice = await Given.Invoice(acme, 12_000_000m);
        var unpaid = await As.Finance(() => Files.GetAsync(acme));
        var row = unpaid.Panels.SelectMany(p => p.Rows).ShouldHaveSingleItem();
        row.Id.ShouldBe(invoice);
        row.Total.ShouldBe(new Money(12_000_000, "IRR"));
        row.Open.ShouldBe(new Money(12_000_000, "IRR"));
        Balance(unpaid).ShouldBe(12_000_000);

        await Given.Payment(acme, 5_000_000m, invoice);
        var partly = await As.Finance(() => Files.GetAsync(acme));
        partly.Panels.SelectMany(p => p.Rows).Single(r => r.Id == invoice).Open.ShouldBe(new Money(7_000_000, "IRR"));
        Balance(partly).ShouldBe(7_000_000);
        partly.Timeline.Items.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_overdue_invoice_is_told_with_its_amount_and_its_days()
    {
        TestClock.Fixed = new DateTime(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);
        var acme = await Given.Customer();
        await Given.Invoice(acme, 3_000_000m, new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 10));
        await Given.Invoice(acme, 4_000_000m, new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 1));

        var file = await As.Finance(() => Files.GetAsync(acme));

        var overdue = file.Totals.Single(t => t.Key == PartyTotals.Overdue);
        overdue.Amount.ShouldBe(new Money(3_000_000, "IRR"));
        overdue.Days.ShouldBe(10);
        Balance(file).ShouldBe(7_000_000);
    }

    [Fact]
    public async Task Amounts_of_two_currencies_are_never_added()
    {
        var acme = await Given.Customer();
        await Given.Invoice(acme, 3_000_000m);
        await Given.Invoice(acme, 250.50m, currency: "EUR");

        var file = await As.Finance(() => Files.GetAsync(acme));

        file.Totals.Where(t => t.Key == PartyTotals.Balance).Select(t => t.Amount!.Value).ShouldBe([new Money(3_000_000, "IRR"), new Money(25_050, "EUR")], ignoreOrder: true);
    }

    [Fact]
    public async Task Talks_and_documents_stand_in_one_timeline_newest_first()
    {
        TestClock.Fixed = new DateTime(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);
        var acme = await Given.Customer();
        await Given.Quote(acme, date: new DateOnly(2026, 11, 2));
        await Given.Call(acme, "Wants a better price", new DateTime(2026, 11, 5, 8, 0, 0, DateTimeKind.Utc));
        await Given.Order(acme, date: new DateOnly(2026, 11, 8));

        var file = await As.Sales(() => Files.GetAsync(acme));

        file.Timeline.Items.Select(i => i.Day).ShouldBe([new DateOnly(2026, 11, 8), new DateOnly(2026, 11, 5), new DateOnly(2026, 11, 2)]);
        file.Timeline.Items[1].Talk!.Text.ShouldBe("Wants a better price");
        file.LastContactAt.ShouldBe(new DateTime(2026, 11, 5, 8, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public async Task A_customer_of_another_organisation_is_as_unknown_as_one_that_never_was()
    {
        var acme = await Given.Customer();
        var other = await As.AnotherTenant();

        await Should.ThrowAsync<EntityNotFoundException>(() => As.AdminOf(other, () => Files.GetAsync(acme)));
        await Should.ThrowAsync<EntityNotFoundException>(() => As.Sales(() => Files.GetAsync(Guid.NewGuid())));
    }

    [Fact]
    public async Task Who_has_no_right_to_customers_gets_no_file()
    {
        var acme = await Given.Customer();

        await Should.ThrowAsync<AbpAuthorizationException>(() => As.Guest(() => Files.GetAsync(acme)));
    }

    [Fact]
    public async Task The_file_costs_the_same_few_statements_with_five_documents_and_with_five_hundred()
    {
        var few = await Given.Customer("Few");
        var many = await Given.Customer("Many");
        await AddDocumentsAsync(few, 1);
        await AddDocumentsAsync(many, 125);
        await As.Finance(() => Files.GetAsync(few)); // what each may see is known before it is counted
        await As.Sales(() => Files.GetAsync(few));

        var withFew = await StatementLog.OfAsync(() => As.Finance(() => Files.GetAsync(few)));
        var withMany = await StatementLog.OfAsync(() => As.Finance(() => Files.GetAsync(many)));
        var forSales = await StatementLog.OfAsync(() => As.Sales(() => Files.GetAsync(many)));

        withMany.Count.ShouldBe(withFew.Count, string.Join("\n\n", withMany));
        withMany.Count.ShouldBeLessThanOrEqualTo(8);
        forSales.Count.ShouldBeLessThanOrEqualTo(8);
    }

    private async Task AddDocumentsAsync(Guid party, int each)
    {
        for (var i = 0; i < each; i++)
        {
            await Given.Quote(party);
            await Given.Order(party);
            await Given.Payment(party, 1_000_000m, await Given.Invoice(party));
        }
    }

    private static long Balance(CustomerFileDto file) => file.Totals.Single(t => t.Key == PartyTotals.Balance).Amount!.Value.Amount;
}
