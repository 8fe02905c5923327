using Inventory.Deliveries;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inventory.Web.Deliveries;

/// <summary>The warehouse's work: orders of which something is still to be delivered.</summary>
[Authorize(InventoryPermissions.Deliveries.Default)]
[Reads(InventoryPermissions.Deliveries.Default, Words = nameof(Q), Rows = nameof(Rows))]
public class OpenModel(IDeliveryOrderAppService orders) : InventoryPageModel
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? AfterDue { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? AfterId { get; set; }

    public IReadOnlyList<DeliveryOrderRow> Rows { get; private set; } = [];
    public string? NextUrl { get; private set; }

    public virtual async Task<IActionResult> OnGetAsync()
    {
        var page = await orders.GetListAsync(new DeliveryOrderListInput { Text = Q, AfterDue = AfterDue, AfterId = AfterId });
        Rows = page.Rows;
        NextUrl = page.HasMore && Rows[^1] is var last ? Url.Page("Open", new { Q, AfterDue = last.Due.ToString("O"), AfterId = last.Id }) : null;
        return PageOr("_Orders");
    }
}
