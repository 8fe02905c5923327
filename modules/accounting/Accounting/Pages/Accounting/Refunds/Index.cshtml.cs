using System.Globalization;
using Accounting.Permissions;
using Accounting.Refunds;
using Kernel.Reading;
using Kernel.Rights;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Accounting.Web.Refunds;

[Authorize(AccountingPermissions.Refunds.Default)]
[Reads(AccountingPermissions.Refunds.Default, Words = nameof(Q), Rows = "List.Rows")]
public class IndexModel(IRefundAppService refunds, IRights rights) : AccountingPageModel
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? PartyId { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? AfterDate { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? AfterId { get; set; }

    public RefundPage List { get; private set; } = null!;
    public bool MayCreate { get; private set; }
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || PartyId is not null;

    public string? NextUrl => !List.HasMore ? null : QueryHelpers.AddQueryString(AccountingUrls.Refunds, new Dictionary<string, string?>
    {
        ["q"] = Q,
        ["partyId"] = PartyId?.ToString(),
        ["afterDate"] = List.Rows[^1].Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["afterId"] = List.Rows[^1].Id.ToString(),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    public virtual async Task<IActionResult> OnGetAsync()
    {
        List = await refunds.GetListAsync(new RefundListInput { Text = Q, PartyId = PartyId, AfterDate = AfterDate, AfterId = AfterId });
        MayCreate = await AuthorizationService.IsGrantedAsync(AccountingPermissions.Refunds.Create)
            && await rights.GetAccessAsync(AccountingPermissions.Receipts.Amounts) == FieldAccess.Changeable;
        return PageOr("_Refunds");
    }
}
