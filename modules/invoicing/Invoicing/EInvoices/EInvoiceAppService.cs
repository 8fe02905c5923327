using Invoicing.Documents;
using Invoicing.Permissions;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace Invoicing.EInvoices;

[Authorize(InvoicingPermissions.Invoices.Default)]
public class EInvoiceAppService(IRepository<EInvoice, Guid> eInvoices, IReadOnlyRepository<SalesDocument, Guid> documents, IBackgroundJobManager jobs)
    : InvoicingAppService, IEInvoiceAppService
{
    private const int MaxChain = 100;

    [Reads("Invoicing.Invoices", Id = "documentId")]
    public virtual async Task<List<EInvoiceDto>> GetChainAsync(Guid documentId)
    {
        await documents.GetAsync(documentId, includeDetails: false);
        var all = await eInvoices.GetQueryableAsync();
        return await AsyncExecuter.ToListAsync(all
            .Where(one => all.Any(own => own.DocumentId == documentId && own.OriginalId == one.OriginalId))
            .OrderBy(one => one.CreationTime).ThenBy(one => one.TaxId)
            .Take(MaxChain)
            .Select(one => new EInvoiceDto(one.DocumentId, one.TaxId, one.Subject, one.Corrects, one.State, one.Reference, one.Fault, one.SentAt)));
    }

    [Authorize(InvoicingPermissions.Invoices.Issue)]
    public virtual async Task ResendAsync(Guid documentId)
    {
        var found = await eInvoices.FindAsync(one => one.DocumentId == documentId) ?? throw new EntityNotFoundException(typeof(EInvoice), documentId);
        found.SendAgain();
        await jobs.EnqueueAsync(new SendEInvoiceArgs { TenantId = CurrentTenant.Id, DocumentId = documentId });
    }
}
