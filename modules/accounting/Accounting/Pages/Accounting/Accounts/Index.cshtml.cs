using Accounting.Accounts;
using Accounting.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Accounting.Web.Accounts;

[Authorize(AccountingPermissions.Accounts.Default)]
public class IndexModel(IAccountAppService accounts) : AccountingPageModel
{
    public IReadOnlyList<AccountBalanceRow> Rows { get; private set; } = [];

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Rows = await accounts.GetListAsync();
        return Page();
    }
}
