using Accounting.Journal;
using Accounting.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Accounting.Web.Journal;

[Authorize(AccountingPermissions.Journal.Default)]
public class DetailsModel(IJournalAppService journal) : AccountingPageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public JournalEntryDto Entry { get; private set; } = null!;

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Entry = await journal.GetAsync(Id);
        return Page();
    }
}
