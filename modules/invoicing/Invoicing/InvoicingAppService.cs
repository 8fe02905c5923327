using Invoicing.Localization;
using Volo.Abp.Application.Services;

namespace Invoicing;

public abstract class InvoicingAppService : ApplicationService
{
    protected InvoicingAppService() => LocalizationResource = typeof(InvoicingResource);
}
