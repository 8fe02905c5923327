using Inventory.Deliveries;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Parties.Links;

namespace Inventory.Web.Serials;

/// <summary>Who has the piece with this serial number, and until when its warranty runs.</summary>
[Authorize(InventoryPermissions.Deliveries.Default)]
[Reads(InventoryPermissions.Deliveries.Default, Words = nameof(Q), Rows = nameof(Rows))]
public class IndexModel(IDeliveryAppService deliveries, PartyLinks partyLinks) : InventoryPageModel
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }

    public IReadOnlyList<SerialRow> Rows { get; private set; } = [];
    public Dictionary<Guid, string> PartyUrls { get; } = [];

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Rows = await deliveries.GetSerialsAsync(Q);
        foreach (var partyId in Rows.Select(row => row.PartyId).Distinct())
        {
            PartyUrls[partyId] = await partyLinks.PrimaryUrlAsync(partyId);
        }
        return PageOr("_Serials");
    }
}
