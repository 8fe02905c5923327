using Accounting.Localization;
using Accounting.Permissions;
using Kernel.Rights;
using Volo.Abp.Application.Services;
using Volo.Abp.Authorization;

namespace Accounting;

public abstract class AccountingAppService : ApplicationService
{
    protected AccountingAppService() => LocalizationResource = typeof(AccountingResource);

    /// <summary>Where there is nothing but balances and how they came about.</summary>
    protected async Task CheckSeesBalancesAsync()
    {
        if (await LazyServiceProvider.LazyGetRequiredService<IRights>().GetAccessAsync(AccountingPermissions.Receipts.Balance) < FieldAccess.Visible)
        {
            throw new AbpAuthorizationException();
        }
    }
}
