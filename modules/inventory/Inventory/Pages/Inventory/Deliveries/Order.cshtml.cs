using Inventory.Deliveries;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Parties.Links;

namespace Inventory.Web.Deliveries;

/// <summary>What of an order was and is to be delivered.</summary>
[Authorize(InventoryPermissions.Deliveries.Default)]
[Reads(InventoryPermissions.Deliveries.Default, Id = "id")]
public class OrderModel(IDeliveryOrderAppService orders, PartyLinks partyLinks) : InventoryPageModel
{
    public DeliveryOrderDto Order { get; private set; } = null!;
    public string PartyUrl { get; private set; } = "";
    public bool CanDeliver { get; private set; }

    public virtual async Task OnGetAsync(Guid id)
    {
        Order = await orders.GetAsync(id);
        PartyUrl = await partyLinks.PrimaryUrlAsync(Order.PartyId);
        CanDeliver = Order.State == DeliveryOrderState.Open && await AuthorizationService.IsGrantedAsync(InventoryPermissions.Deliveries.Issue);
    }

    public virtual async Task<IActionResult> OnPostCloseAsync(Guid id)
    {
        await orders.CloseAsync(id);
        Toast(L["CloseOrder.Done"]);
        return RedirectToPage("Order", new { id });
    }
}
