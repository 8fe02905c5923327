using Invoicing.Documents;
using Invoicing.Invoices;
using Invoicing.Settings;
using Kernel.Numbering;
using Kernel.Rights;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;
using Volo.Abp.Guids;
using Volo.Abp.Linq;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;

namespace Invoicing.EInvoices;

/// <summary>
/// Makes the electronic invoice in the unit of work that issues the document, and with it the job that sends it: one is not
/// without the other. Only where the seller's tax memory is set.
/// </summary>
public class EInvoiceMaker(
    IRepository<EInvoice, Guid> eInvoices, IReadOnlyRepository<SalesDocument, Guid> documents, INumbering numbering, ISettingProvider settings,
    IBackgroundJobManager jobs, IAsyncQueryableExecuter executer, IGuidGenerator guids, ICurrentTenant tenant)
    : ILocalEventHandler<InvoiceIssuedEvent>, ITransientDependency
{
    private const string Series = "TAX";

    public async Task HandleEventAsync(InvoiceIssuedEvent issued)
    {
        if (await settings.GetOrNullAsync(InvoicingSettings.TaxMemoryId) is not { Length: > 0 } memory)
        {
            return;
        }
        using var system = SystemWork.Begin("an issued document has its electronic invoice whoever sees the one before it");
        var before = issued.SourceId is { } invoiceId ? await FindLastAsync(invoiceId) : null;
        var taxId = TaxId.Make(memory, issued.Date, await numbering.NextAsync(Series));
        await eInvoices.InsertAsync(new EInvoice(guids.Create(), issued, taxId, await SubjectOfAsync(issued), before));
        await jobs.EnqueueAsync(new SendEInvoiceArgs { TenantId = tenant.Id, DocumentId = issued.DocumentId });
    }

    private async Task<EInvoice?> FindLastAsync(Guid invoiceId) => await executer.FirstOrDefaultAsync((await eInvoices.GetQueryableAsync())
        .Where(one => one.OriginalId == invoiceId).OrderByDescending(one => one.CreationTime).ThenByDescending(one => one.TaxId));

    private async Task<EInvoiceSubject> SubjectOfAsync(InvoiceIssuedEvent issued) =>
        !issued.IsCreditNote ? EInvoiceSubject.Original
        : issued.SourceId is { } invoiceId && (await documents.FindAsync(invoiceId))?.Total == issued.Total ? EInvoiceSubject.Cancellation
        : EInvoiceSubject.Return;
}
