using Invoicing.Documents;
using Invoicing.Invoices;
using Invoicing.Permissions;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp.Domain.Repositories;

namespace Invoicing.CreditNotes;

[Authorize(InvoicingPermissions.CreditNotes.Default)]
public class CreditNoteAppService(
    IRepository<CreditNote, Guid> creditNotes, IRepository<Invoice, Guid> invoices,
    DocumentContents contents, DocumentNumbers numbers, DocumentStock stock)
    : InvoicingAppService, ICreditNoteAppService
{
    [Authorize(InvoicingPermissions.CreditNotes.Manage)]
    public virtual async Task UpdateAsync(Guid id, DraftDocumentDto input)
    {
        var creditNote = await creditNotes.GetAsync(id);
        EnsureUnchanged(creditNote, input.ConcurrencyStamp);
        creditNote.Rewrite(await contents.ReadAsync(DocumentKind.CreditNote, input, creditNote));
    }

    [Authorize(InvoicingPermissions.CreditNotes.Manage)]
    public virtual async Task DeleteAsync(Guid id)
    {
        var creditNote = await creditNotes.GetAsync(id);
        creditNote.EnsureDraft();
        await creditNotes.DeleteAsync(creditNote);
    }

    [Authorize(InvoicingPermissions.CreditNotes.Issue)]
    public virtual async Task IssueAsync(Guid id)
    {
        var creditNote = await creditNotes.GetAsync(id);
        var invoice = creditNote.SourceId is { } invoiceId ? await GetSourceAsync(invoices, invoiceId) : null;
        creditNote.Issue(await numbers.NextAsync(DocumentKind.CreditNote, creditNote.Date), invoice);
        await stock.MoveAsync(creditNote, orderId: invoice?.SourceId);
    }
}
