using Kernel.Reading;
using System.Globalization;
using Accounting.Permissions;
using Accounting.Receipts;
using Kernel.Rights;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Accounting.Web.Receipts;

[Authorize(AccountingPermissions.Receipts.Default)]
[Reads(AccountingPermissions.Receipts.Default, Words = nameof(Q), Rows = "List.Rows")]
public class IndexModel(IReceiptAppService receipts, IRights rights) : AccountingPageModel
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? PartyId { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? AfterDate { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? AfterId { get; set; }

    public ReceiptPage List { get; private set; } = null!;
    public bool MayCreate { get; private set; }
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || PartyId is not null;

    public string? NextUrl => !List.HasMore ? null : QueryHelpers.AddQueryString(AccountingUrls.Receipts, new Dictionary<string, string?>
    {
        ["q"] = Q,
        ["partyId"] = PartyId?.ToString(),
        ["afterDate"] = List.Rows[^1].Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["afterId"] = List.Rows[^1].Id.ToString(),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    public virtual async Task<IActionResult> OnGetAsync()
    {
        List = await receipts.GetListAsync(new ReceiptListInput { Text = Q, PartyId = PartyId, AfterDate = AfterDate, AfterId = AfterId });
        MayCreate = await AuthorizationService.IsGrantedAsync(AccountingPermissions.Receipts.Create)
            && await rights.GetAccessAsync(AccountingPermissions.Receipts.Amounts) == FieldAccess.Changeable;
        return PageOr("_Receipts");
    }
}
