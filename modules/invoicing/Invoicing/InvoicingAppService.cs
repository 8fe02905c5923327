using Invoicing.Documents;
using Invoicing.Localization;
using Kernel.Rights;
using Volo.Abp.Application.Services;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;

namespace Invoicing;

public abstract class InvoicingAppService : ApplicationService
{
    protected InvoicingAppService() => LocalizationResource = typeof(InvoicingResource);

    /// <summary>Tells the second of two writers; a change that comes between this and the save is found there.</summary>
    /// <param name="stamp">The one that the second writer read; null when nothing was read before.</param>
    protected static void EnsureUnchanged(SalesDocument document, string? stamp)
    {
        if (stamp is not null && stamp != document.ConcurrencyStamp)
        {
            throw new AbpDbConcurrencyException("The draft was changed after it was read.");
        }
    }

    /// <summary>The document that another was made from, which takes part in the act whether or not who acts sees it.</summary>
    protected static async Task<T> GetSourceAsync<T>(IRepository<T, Guid> documents, Guid id) where T : SalesDocument
    {
        using (SystemWork.Begin("what becomes of a document is noted on the one it was made from"))
        {
            return await documents.GetAsync(id);
        }
    }
}
