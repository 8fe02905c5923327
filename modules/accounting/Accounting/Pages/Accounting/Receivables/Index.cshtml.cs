using Accounting.Permissions;
using Accounting.Receivables;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Accounting.Web.Receivables;

[Authorize(AccountingPermissions.Receivables.Default)]
[Reads(AccountingPermissions.Receivables.Default, Words = "q", Rows = "List.Rows")]
public class IndexModel(IReceivablesAppService receivables) : AccountingPageModel
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public bool Overdue { get; set; }
    [BindProperty(SupportsGet = true)] public string? AfterKey { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? AfterId { get; set; }

    public AgeingPage List { get; private set; } = null!;
    public AgeingTotals? Totals { get; private set; }
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Overdue;

    public string? NextUrl => !List.HasMore ? null : QueryHelpers.AddQueryString(AccountingUrls.Receivables, new Dictionary<string, string?>
    {
        ["q"] = Q,
        ["overdue"] = Overdue ? "true" : null,
        ["afterKey"] = List.Rows[^1].SortKey,
        ["afterId"] = List.Rows[^1].PartyId.ToString(),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    public virtual async Task<IActionResult> OnGetAsync()
    {
        List = await receivables.GetAgeingAsync(new AgeingInput { Text = Q, Overdue = Overdue, AfterKey = AfterKey, AfterId = AfterId });
        if (!Kernel.Web.HtmxRequest.IsForFragment(Request))
        {
            Totals = await receivables.GetTotalsAsync(new AgeingTotalsInput());
        }
        return PageOr("_Ageing");
    }
}
