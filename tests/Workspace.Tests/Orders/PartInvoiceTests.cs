using System.Net;
using Invoicing.CreditNotes;
using Invoicing.Documents;
using Invoicing.Invoices;
using Invoicing.Orders;
using Kernel.Monetary;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Data;
using Workspace;

namespace Workspace.Tests.Orders;

/// <summary>An order is invoiced in parts, never more than was ordered, whoever acts at the same moment.</summary>
public class PartInvoiceTests : WorkspaceTest<WorkspaceModule>
{
    [Theory]
    [InlineData("fa", "فاکتورشده", "۳", "۷")]
    [InlineData("en", "On invoices", "3", "7")]
    public async Task A_seller_invoices_a_part_sees_how_much_it_was_and_is_refused_more_than_is_left(string language, string label, string invoiced, string left)
    {
        var order = await OrderOf(10);
        using var seller = await SignedIn("admin", language);
        var form = await seller.GetAsync(DocumentUrls.InvoicePart(order));
        var draft = await form.SubmitAsync(new() { ["Input[0].Quantity"] = "3" }, "main form[method=post]");
        draft.Url.ShouldStartWith("/Invoicing/Invoices/Details/");

        var page = await seller.GetAsync(DocumentUrls.Details(DocumentKind.Order, order));
        page.Document.QuerySelector($"td[data-label='{label}']")!.TextContent.ShouldContain(invoiced);
        var refused = await form.SubmitAsync(new() { ["Input[0].Quantity"] = "8" }, "main form[method=post]");

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf("main").ShouldContain(left);
        refused.Document.QuerySelector("[name='Input[0].Quantity']")!.GetAttribute("value").ShouldBe("8", "what was typed stays");
        (await Read(order)).Lines[0].Left.ShouldBe(7);
    }

    [Fact]
    public async Task Two_who_invoice_the_whole_order_at_once_make_one_invoice_of_it()
    {
        var order = await OrderOf(10);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Try(orders => orders.CreatePartInvoiceAsync(order, Part(6))))));

        outcomes.Count(refused => refused is null).ShouldBe(1);
        outcomes.Where(refused => refused is not null).ShouldAllBe(refused => refused is BusinessException || refused is AbpDbConcurrencyException);
        var read = await Read(order);
        (read.Lines[0].Invoiced, read.Derived.Count, read.State).ShouldBe((6m, 1, DocumentState.PartlyInvoiced));
    }

    [Fact]
    public async Task What_a_draft_took_follows_its_changes_and_comes_back_when_it_is_deleted_or_voided()
    {
        var order = await OrderOf(10);
        var draft = await As.Admin(() => Get<IOrderAppService>().CreatePartInvoiceAsync(order, Part(4)));
        await Write(draft, 9);
        (await Read(order)).Lines[0].Left.ShouldBe(1);
        await Should.ThrowAsync<BusinessException>(() => Write(draft, 11));
        await As.Admin(() => Get<IInvoiceAppService>().DeleteAsync(draft));
        (await Read(order)).State.ShouldBe(DocumentState.Confirmed);

        var invoice = await As.Admin(() => Get<IOrderAppService>().CreateInvoiceAsync(order));
        await As.Admin(() => Get<IInvoiceAppService>().IssueAsync(invoice));
        (await Read(order)).State.ShouldBe(DocumentState.Invoiced);
        var note = await As.Admin(() => Get<IInvoiceAppService>().VoidAsync(invoice));

        ((await Read(order)).State, (await Read(invoice)).Open!.Value.Amount, (await Read(note)).State).ShouldBe((DocumentState.Confirmed, 0, DocumentState.Issued));
        (await Should.ThrowAsync<BusinessException>(() => As.Admin(() => Get<IInvoiceAppService>().VoidAsync(invoice)))).Code.ShouldBe("Invoicing:InvoiceNotVoidable");
    }

    [Fact]
    public async Task A_paid_invoice_is_not_voided_and_the_rest_of_a_partly_invoiced_order_is_closed()
    {
        var acme = await Given.Customer();
        var invoice = await Given.Invoice(acme, 1_000m);
        await Given.Payment(acme, 400m, invoice);
        (await Should.ThrowAsync<BusinessException>(() => As.Admin(() => Get<IInvoiceAppService>().VoidAsync(invoice)))).Data["Settled"].ShouldBe(new Money(400, "IRR"));

        var order = await OrderOf(10);
        await As.Admin(() => Get<IOrderAppService>().CreatePartInvoiceAsync(order, Part(4)));
        (await Should.ThrowAsync<BusinessException>(() => As.Admin(() => Get<IOrderAppService>().CancelAsync(order)))).Code.ShouldBe("Invoicing:OrderPartlyInvoiced");
        await As.Admin(() => Get<IOrderAppService>().CloseAsync(order));

        var read = await Read(order);
        (read.State, read.Uninvoiced!.Value.Amount).ShouldBe((DocumentState.Closed, 0));
    }

    private static PartInvoiceDto Part(decimal quantity) => new() { Lines = [new PartInvoiceLineDto { Ordinal = 1, Quantity = quantity }] };

    private async Task<Guid> OrderOf(decimal quantity)
    {
        var acme = await Given.Customer();
        var order = await As.Admin(() => Get<IOrderAppService>().CreateAsync(new DraftDocumentDto
        {
            PartyId = acme, Date = Given.Day, Lines = [new DraftLineDto { Description = "Presses", Quantity = quantity, UnitPrice = 1_000 }],
        }));
        await As.Admin(() => Get<IOrderAppService>().ConfirmAsync(order));
        return order;
    }

    private Task Write(Guid invoice, decimal quantity) => As.Admin(async () =>
    {
        var read = await Get<ISalesDocumentAppService>().GetAsync(invoice);
        await Get<IInvoiceAppService>().UpdateAsync(invoice, new DraftDocumentDto
        {
            PartyId = read.PartyId, Date = read.Date, ConcurrencyStamp = read.ConcurrencyStamp,
            Lines = [new DraftLineDto { Description = "Presses", Quantity = quantity, UnitPrice = 1_000, SourceOrdinal = read.Lines[0].SourceOrdinal }],
        });
    });

    private Task<SalesDocumentDto> Read(Guid id) => As.Admin(() => Get<ISalesDocumentAppService>().GetAsync(id));

    private Task<Exception?> Try(Func<IOrderAppService, Task> act) => As.Admin(async () =>
    {
        await using var scope = App.Services.CreateAsyncScope();
        try
        {
            await act(scope.ServiceProvider.GetRequiredService<IOrderAppService>());
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    });
}
