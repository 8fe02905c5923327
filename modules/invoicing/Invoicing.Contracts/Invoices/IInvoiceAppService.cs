using Invoicing.Credit;
using Invoicing.Documents;
using Volo.Abp.Application.Services;

namespace Invoicing.Invoices;

public interface IInvoiceAppService : IApplicationService
{
    Task<Guid> CreateAsync(DraftDocumentDto input);
    Task UpdateAsync(Guid id, DraftDocumentDto input);
    Task DeleteAsync(Guid id);

    /// <summary>Numbers the invoice, posts it to the ledger and takes its goods from stock. It never changes again.</summary>
    Task IssueAsync(Guid id);

    /// <summary>As <see cref="IssueAsync"/> though the customer's credit limit refuses it.</summary>
    Task IssueOverLimitAsync(Guid id, OverLimitDto input);

    /// <summary>Takes an invoice of which nothing is paid or credited back whole, by a credit note that it issues; what it took of its order can be invoiced again.</summary>
    /// <returns>The credit note's id.</returns>
    Task<Guid> VoidAsync(Guid id);

    /// <summary>Makes a draft credit note with the invoice's lines.</summary>
    /// <returns>The credit note's id.</returns>
    Task<Guid> CreateCreditNoteAsync(Guid id);
}
