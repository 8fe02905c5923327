using Kernel.Reading;
using System.Globalization;
using Accounting.Journal;
using Accounting.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Accounting.Web.Journal;

[Authorize(AccountingPermissions.Journal.Default)]
[Reads(AccountingPermissions.Journal.Default, Rows = "List.Rows")]
public class IndexModel(IJournalAppService journal) : AccountingPageModel
{
    [BindProperty(SupportsGet = true)] public Guid? AccountId { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? AfterDate { get; set; }
    [BindProperty(SupportsGet = true)] public long? AfterNumber { get; set; }

    public JournalPage List { get; private set; } = null!;

    public string? NextUrl => !List.HasMore ? null : QueryHelpers.AddQueryString(AccountingUrls.Journal, new Dictionary<string, string?>
    {
        ["accountId"] = AccountId?.ToString(),
        ["afterDate"] = List.Rows[^1].Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["afterNumber"] = List.Rows[^1].Number.ToString(CultureInfo.InvariantCulture),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    public virtual async Task<IActionResult> OnGetAsync()
    {
        List = await journal.GetListAsync(new JournalListInput { AccountId = AccountId, AfterDate = AfterDate, AfterNumber = AfterNumber });
        return Page();
    }
}
