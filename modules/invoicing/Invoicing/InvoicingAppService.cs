using Invoicing.Documents;
using Invoicing.Localization;
using Volo.Abp.Application.Services;
using Volo.Abp.Data;

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
}
