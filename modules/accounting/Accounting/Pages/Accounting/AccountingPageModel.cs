using Accounting.Localization;
using Kernel.Web;

namespace Accounting.Web;

public abstract class AccountingPageModel : KernelPageModel
{
    protected AccountingPageModel() => LocalizationResourceType = typeof(AccountingResource);
}
