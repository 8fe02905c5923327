using Accounting.Journal;
using Accounting.Permissions;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Accounting.Web.Journal;

[Authorize(AccountingPermissions.Journal.Default)]
[Reads(AccountingPermissions.Journal.Default, Id = "id")]
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
