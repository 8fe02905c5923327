using System.Net;
using Invoicing.Documents;
using Invoicing.Invoices;
using Invoicing.Orders;
using Invoicing.Settings;
using Invoicing.Taxes;
using Volo.Abp.SettingManagement;
using Workspace;

namespace Workspace.Tests.Taxes;

/// <summary>A document is taxed by the rate of its day, and payable by the usual terms.</summary>
public class TaxTableTests : WorkspaceTest<WorkspaceModule>
{
    [Fact]
    public async Task The_rate_of_the_documents_day_holds_and_a_later_rate_changes_nothing_written()
    {
        await RateAsync(new DateOnly(2026, 3, 21), 10);
        await RateAsync(new DateOnly(2026, 12, 1), 12);
        var acme = await Given.Customer();

        (await TaxAsync(acme, new DateOnly(2026, 11, 30))).ShouldBe(100);
        (await TaxAsync(acme, new DateOnly(2026, 12, 1))).ShouldBe(120);
        (await TaxAsync(acme, new DateOnly(2026, 3, 20))).ShouldBe(100, "before the table the setting holds");
        var before = await DraftAsync(acme, new DateOnly(2026, 11, 30));
        await RateAsync(new DateOnly(2026, 11, 30), 20);
        (await As.Admin(() => Get<ISalesDocumentAppService>().GetAsync(before))).Tax!.Value.Amount.ShouldBe(100);
    }

    [Theory]
    [InlineData("fa")]
    [InlineData("en")]
    public async Task Rates_are_written_on_their_page_and_a_wrong_one_is_refused_in_words(string language)
    {
        using var admin = await SignedIn("admin", language);
        var page = await (await admin.GetAsync("/Invoicing/TaxRates")).SubmitAsync(new() { ["Input.Percent"] = "9" }, "main form[method=post]");
        page.Document.QuerySelectorAll("#tax-rates tbody tr").Length.ShouldBe(1);
        (await page.SubmitAsync(new() { ["Input.Percent"] = "101" }, "main form[method=post]")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var sara = await SignedIn("guest", language);
        (await sara.GetAsync("/Invoicing/TaxRates")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_orders_invoice_is_payable_by_the_usual_terms()
    {
        await As.Admin(() => Get<ISettingManager>().SetAsync(InvoicingSettings.PaymentDays, "30", "T", As.TenantId.ToString()));
        var order = await Given.Order(await Given.Customer());
        var invoice = await As.Admin(() => Get<IOrderAppService>().CreateInvoiceAsync(order));
        var read = await As.Admin(() => Get<ISalesDocumentAppService>().GetAsync(invoice));
        read.Due.ShouldBe(read.Date.AddDays(30));
    }

    private Task RateAsync(DateOnly from, decimal percent) => As.Admin(() => Get<ITaxRateAppService>().SetAsync(new SetTaxRateDto { From = from, Percent = percent }));

    private async Task<long> TaxAsync(Guid party, DateOnly date)
    {
        var draft = await DraftAsync(party, date);
        return (await As.Admin(() => Get<ISalesDocumentAppService>().GetAsync(draft))).Tax!.Value.Amount;
    }

    private Task<Guid> DraftAsync(Guid party, DateOnly date) => As.Admin(() => Get<IInvoiceAppService>().CreateAsync(new DraftDocumentDto
    {
        PartyId = party, Date = date, Lines = [new DraftLineDto { Description = "Press", Quantity = 1, UnitPrice = 1_000, TaxPercent = null }],
    }));
}
