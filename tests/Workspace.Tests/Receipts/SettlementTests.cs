using System.Net;
using Accounting.Receipts;
using AngleSharp.Dom;
using Invoicing.Documents;
using Invoicing.Invoices;
using Kernel.Monetary;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.Uow;
using Workspace;

namespace Workspace.Tests.Receipts;

/// <summary>An invoice is paid once, whoever pays at the same moment; what was refused has changed nothing.</summary>
public class SettlementTests : WorkspaceTest<WorkspaceModule>
{
    [Theory]
    [InlineData("fa", "۴٬۰۰۰ ریال")]
    [InlineData("en", "4,000 rial")]
    public async Task A_refused_receipt_names_the_amount_as_its_reader_does_and_leaves_every_row_as_it_was(string language, string open)
    {
        var acme = await Given.Customer();
        var first = await Given.Invoice(acme, 6_000m, due: Given.Day);
        var second = await Given.Invoice(acme, 4_000m, due: Given.Day.AddDays(1));
        using var visitor = await SignedIn("admin", language);
        var form = await visitor.GetAsync($"/Accounting/Receipts/Create?partyId={acme}");

        var answer = await form.SubmitAsync(
            new() { ["Input.Amount"] = "20000", [$"Input.Allocations[{first}]"] = "6000", [$"Input.Allocations[{second}]"] = "5000" }, "main form[method=post]");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, answer.Text);
        answer.TextOf("main").ShouldContain(open);
        (await OpenOf(first), await OpenOf(second)).ShouldBe((6_000L, 4_000L));
        (await As.Admin(() => Get<IReceiptAppService>().GetListAsync(new ReceiptListInput()))).Rows.ShouldBeEmpty();
        await Given.Payment(acme, 1_000m);
        (await As.Admin(() => Get<IReceiptAppService>().GetListAsync(new ReceiptListInput()))).Rows.ShouldHaveSingleItem().Number.ShouldEndWith("-00001");
    }

    [Fact]
    public async Task What_was_typed_for_an_invoice_stays_with_it_when_another_was_paid_meanwhile()
    {
        var acme = await Given.Customer();
        var first = await Given.Invoice(acme, 6_000m, due: Given.Day);
        var second = await Given.Invoice(acme, 4_000m, due: Given.Day.AddDays(1));
        var third = await Given.Invoice(acme, 4_000m, due: Given.Day.AddDays(2));
        using var visitor = await SignedIn("admin", "en");
        var form = await visitor.GetAsync($"/Accounting/Receipts/Create?partyId={acme}");
        await Given.Payment(acme, 6_000m, first);

        var refused = await form.SubmitAsync(new() { ["Input.Amount"] = "4000", [AmountIn(form, second).GetAttribute("name")!] = "5000" }, "main form[method=post]");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, refused.Text);
        AmountIn(refused, second).GetAttribute("value").ShouldBe("5000", "as it was typed");
        AmountIn(refused, third).GetAttribute("value").ShouldBeNullOrEmpty();
        var done = await refused.SubmitAsync(new() { [AmountIn(refused, second).GetAttribute("name")!] = "4000" }, "main form[method=post]");

        done.Status.ShouldBe(HttpStatusCode.OK, done.Text);
        (await OpenOf(first), await OpenOf(second), await OpenOf(third)).ShouldBe((0L, 0L, 4_000L));
    }

    [Fact]
    public async Task An_invoice_leads_to_the_receipts_that_paid_it_and_while_it_is_open_to_a_new_one()
    {
        var acme = await Given.Customer();
        var invoice = await Given.Invoice(acme, 6_000m);
        var taken = await Given.Payment(acme, 1_000m, invoice);
        var reversed = await Given.Payment(acme, 2_000m, invoice);
        await As.Finance(() => Get<IReceiptAppService>().ReverseAsync(reversed));
        using (var finance = await SignedIn("reza"))
        {
            var page = await finance.GetAsync(DocumentUrls.Details(DocumentKind.Invoice, invoice));
            page.Document.QuerySelectorAll("#payments a").ShouldHaveSingleItem().GetAttribute("href").ShouldBe($"/Accounting/Receipts/Details/{taken}");
            page.TextOf("#payments").ShouldContain("1,000");
            page.Document.QuerySelector($"a[href='/Accounting/Receipts/Create?partyId={acme}']").ShouldNotBeNull();
            await Given.Payment(acme, 5_000m, invoice);
            page = await finance.GetAsync(DocumentUrls.Details(DocumentKind.Invoice, invoice));
            page.Document.QuerySelectorAll("#payments a").Length.ShouldBe(2);
            page.Document.QuerySelector("a[href*='Receipts/Create?partyId']").ShouldBeNull("nothing is open");
        }
        using var guest = await SignedIn("guest");
        (await guest.GetAsync(DocumentUrls.Details(DocumentKind.Invoice, invoice))).Text.ShouldNotContain("/Accounting/Receipts/");
    }

    [Fact]
    public async Task Of_two_who_pay_the_same_invoice_in_full_at_once_one_is_refused()
    {
        var acme = await Given.Customer();
        var invoice = await Given.Invoice(acme, 10_000m);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => PayAsync(acme, invoice, 10_000m))));

        outcomes.Count(refused => refused is null).ShouldBe(1);
        outcomes.ShouldContain(refused => refused is BusinessException || refused is AbpDbConcurrencyException);
        (await OpenOf(invoice)).ShouldBe(0);
        (await As.Admin(() => Get<IReceiptAppService>().GetListAsync(new ReceiptListInput()))).Rows.ShouldHaveSingleItem().Unallocated!.Value.IsZero.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_settles_what_another_settled_after_he_read_it_is_refused_by_its_stamp()
    {
        var invoice = await Given.Invoice(await Given.Customer(), 10_000m);
        var amount = Money.Of(6_000m, "IRR");
        await As.Finance(async () =>
        {
            using var slow = Get<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: false);
            await Get<IInvoiceSettlement>().SettleAsync(invoice, amount);
            using (var quick = Get<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: false))
            {
                await Get<IInvoiceSettlement>().SettleAsync(invoice, amount);
                await quick.CompleteAsync();
            }
            await Should.ThrowAsync<AbpDbConcurrencyException>(() => slow.CompleteAsync());
        });

        (await OpenOf(invoice)).ShouldBe(4_000);
    }

    private async Task<Exception?> PayAsync(Guid party, Guid invoice, decimal amount)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await Record.ExceptionAsync(() => As.Finance(() => scope.ServiceProvider.GetRequiredService<IReceiptAppService>().CreateAsync(new CreateReceiptDto
        {
            PartyId = party, Date = Given.Day, Amount = amount, Method = ReceiptMethod.Transfer,
            Allocations = [new ReceiptAllocationInput { InvoiceId = invoice, Amount = amount }],
        })));
    }

    private async Task<long> OpenOf(Guid invoice) =>
        (await As.Admin(() => Get<ISalesDocumentAppService>().GetAsync(invoice))).Open!.Value.Amount;

    /// <summary>The box of the row that names the invoice.</summary>
    private static IElement AmountIn(WebAnswer answer, Guid invoice) =>
        answer.Document.QuerySelector($"tr:has(a[href='{DocumentUrls.Details(DocumentKind.Invoice, invoice)}']) input:not([type=hidden])")!;
}
