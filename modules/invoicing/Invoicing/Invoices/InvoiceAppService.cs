using Invoicing.Credit;
using Invoicing.CreditNotes;
using Invoicing.Documents;
using Invoicing.Orders;
using Invoicing.Permissions;
using Kernel.Displaying;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp.Domain.Repositories;

namespace Invoicing.Invoices;

[Authorize(InvoicingPermissions.Invoices.Default)]
public class InvoiceAppService(
    IRepository<Invoice, Guid> invoices, IRepository<Order, Guid> orders, IRepository<CreditNote, Guid> creditNotes,
    DocumentContents contents, DocumentNumbers numbers, DocumentStock stock, DocumentCredit credit, IDisplay display)
    : InvoicingAppService, IInvoiceAppService
{
    [Authorize(InvoicingPermissions.Invoices.Manage)]
    public virtual async Task<Guid> CreateAsync(DraftDocumentDto input) =>
        (await invoices.InsertAsync(new Invoice(GuidGenerator.Create(), await contents.ReadAsync(DocumentKind.Invoice, input)))).Id;

    [Authorize(InvoicingPermissions.Invoices.Manage)]
    public virtual async Task UpdateAsync(Guid id, DraftDocumentDto input)
    {
        var invoice = await invoices.GetAsync(id);
        EnsureUnchanged(invoice, input.ConcurrencyStamp);
        var content = await contents.ReadAsync(DocumentKind.Invoice, input, invoice);
        if (invoice.SourceId is { } orderId)
        {
            (await GetSourceAsync(orders, orderId)).RewriteInvoice(invoice, content);
        }
        invoice.Rewrite(content);
    }

    [Authorize(InvoicingPermissions.Invoices.Manage)]
    public virtual async Task DeleteAsync(Guid id)
    {
        var invoice = await invoices.GetAsync(id);
        invoice.EnsureDraft();
        if (invoice.SourceId is { } orderId)
        {
            await ReleaseAsync(await GetSourceAsync(orders, orderId), invoice);
        }
        await invoices.DeleteAsync(invoice);
    }

    [Authorize(InvoicingPermissions.Invoices.Issue)]
    public virtual Task IssueAsync(Guid id) => IssueAsync(id, overLimit: null);

    [Authorize(InvoicingPermissions.Invoices.Issue)]
    public virtual Task IssueOverLimitAsync(Guid id, OverLimitDto input) => IssueAsync(id, input.Reason);

    private async Task IssueAsync(Guid id, string? overLimit)
    {
        var invoice = await invoices.GetAsync(id);
        invoice.Issue(await numbers.NextAsync(DocumentKind.Invoice, invoice.Date));
        await credit.PassAsync(invoice, overLimit);
        await stock.MoveAsync(invoice, orderId: invoice.SourceId);
    }

    [Authorize(InvoicingPermissions.CreditNotes.Issue)]
    public virtual async Task<Guid> VoidAsync(Guid id)
    {
        var invoice = await invoices.GetAsync(id);
        var note = await creditNotes.InsertAsync(invoice.ToVoid(GuidGenerator.Create(), display.Today));
        note.Issue(await numbers.NextAsync(DocumentKind.CreditNote, note.Date), invoice);
        await stock.MoveAsync(note, orderId: invoice.SourceId);
        if (invoice.SourceId is { } orderId)
        {
            await ReleaseAsync(await GetSourceAsync(orders, orderId), invoice);
        }
        return note.Id;
    }

    [Authorize(InvoicingPermissions.CreditNotes.Manage)]
    public virtual async Task<Guid> CreateCreditNoteAsync(Guid id)
    {
        var invoice = await invoices.GetAsync(id);
        return (await creditNotes.InsertAsync(invoice.ToCreditNote(GuidGenerator.Create(), display.Today))).Id;
    }

    /// <summary>A closed order's customer gets no more than its invoices say.</summary>
    private async Task ReleaseAsync(Order order, Invoice invoice)
    {
        order.ReleaseInvoice(invoice);
        if (order.State == DocumentState.Closed) { await stock.CloseAsync(order); }
    }
}
