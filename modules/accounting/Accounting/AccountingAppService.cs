using Accounting.Localization;
using Volo.Abp.Application.Services;

namespace Accounting;

public abstract class AccountingAppService : ApplicationService
{
    protected AccountingAppService() => LocalizationResource = typeof(AccountingResource);
}
