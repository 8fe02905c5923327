using System.Globalization;
using Inventory.Deliveries;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Inventory.Web.Deliveries;

[Authorize(InventoryPermissions.Deliveries.Default)]
[Reads(InventoryPermissions.Deliveries.Default, Words = nameof(Q), Rows = nameof(Rows))]
public class IndexModel(IDeliveryAppService deliveries) : InventoryPageModel
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public DeliveryKind? Kind { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? PartyId { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? AfterDate { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? AfterId { get; set; }

    public IReadOnlyList<DeliveryRow> Rows { get; private set; } = [];
    public string? NextUrl { get; private set; }
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Kind is not null || PartyId is not null;

    public virtual async Task<IActionResult> OnGetAsync()
    {
        var page = await deliveries.GetListAsync(new DeliveryListInput { Text = Q, Kind = Kind, PartyId = PartyId, AfterDate = AfterDate, AfterId = AfterId });
        Rows = page.Rows;
        NextUrl = page.HasMore && Rows[^1] is var last
            ? QueryHelpers.AddQueryString(DeliveryUrls.List, new Dictionary<string, string?>
            {
                ["q"] = Q, ["kind"] = Kind?.ToString(), ["partyId"] = PartyId?.ToString(),
                ["afterDate"] = last.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["afterId"] = last.Id.ToString(),
            }.Where(pair => !string.IsNullOrEmpty(pair.Value)))
            : null;
        return PageOr("_Deliveries");
    }
}
