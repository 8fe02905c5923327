using System.Globalization;
using Accounting.Cheques;
using Accounting.Permissions;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Accounting.Web.Cheques;

/// <summary>What is due, the earliest first: without a chosen state the cheques that are still to be paid.</summary>
[Authorize(AccountingPermissions.Cheques.Default)]
[Reads(AccountingPermissions.Cheques.Default, Words = "q", Rows = "List.Rows")]
public class IndexModel(IChequeAppService cheques) : AccountingPageModel
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? PartyId { get; set; }
    [BindProperty(SupportsGet = true)] public ChequeState? State { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? AfterDue { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? AfterId { get; set; }

    public ChequePage List { get; private set; } = null!;
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || PartyId is not null || State is not null;

    public string? NextUrl => !List.HasMore ? null : QueryHelpers.AddQueryString(AccountingUrls.Cheques, new Dictionary<string, string?>
    {
        ["q"] = Q,
        ["partyId"] = PartyId?.ToString(),
        ["state"] = State?.ToString(),
        ["afterDue"] = List.Rows[^1].Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["afterId"] = List.Rows[^1].Id.ToString(),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    public virtual async Task<IActionResult> OnGetAsync()
    {
        List = await cheques.GetListAsync(new ChequeListInput
        {
            Text = Q, PartyId = PartyId, State = State, Open = State is null && PartyId is null, AfterDue = AfterDue, AfterId = AfterId,
        });
        return PageOr("_Cheques");
    }
}
