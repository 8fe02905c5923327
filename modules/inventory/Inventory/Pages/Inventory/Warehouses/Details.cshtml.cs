using Inventory.Warehouses;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inventory.Web.Warehouses;

/// <summary>What lies in a warehouse.</summary>
[Authorize(InventoryPermissions.Warehouses.Default)]
public class DetailsModel(IWarehouseAppService warehouses) : InventoryPageModel
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public string? AfterKey { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? AfterId { get; set; }

    public WarehouseDto Warehouse { get; private set; } = null!;
    public IReadOnlyList<ProductStockRow> Rows { get; private set; } = [];
    public string? NextUrl { get; private set; }
    public bool CanManage { get; private set; }

    public virtual async Task<IActionResult> OnGetAsync(Guid id)
    {
        Warehouse = await warehouses.GetAsync(id);
        var page = await warehouses.GetStockAsync(new WarehouseStockInput { WarehouseId = id, Text = Q, AfterKey = AfterKey, AfterId = AfterId });
        Rows = page.Rows;
        NextUrl = page.HasMore && Rows[^1] is var last ? Url.Page("Details", new { id, Q, AfterKey = last.SortKey, AfterId = last.ProductId }) : null;
        CanManage = await AuthorizationService.IsGrantedAsync(InventoryPermissions.Warehouses.Manage);
        return PageOr("_Stock");
    }

    public virtual async Task<IActionResult> OnPostMakeMainAsync(Guid id)
    {
        await warehouses.MakeMainAsync(id);
        Toast(L["Saved"]);
        return RedirectToPage("Details", new { id });
    }

    public virtual async Task<IActionResult> OnPostCloseAsync(Guid id)
    {
        await warehouses.CloseAsync(id);
        Toast(L["Saved"]);
        return RedirectToPage("Details", new { id });
    }

    public virtual async Task<IActionResult> OnPostOpenAsync(Guid id)
    {
        await warehouses.OpenAsync(id);
        Toast(L["Saved"]);
        return RedirectToPage("Details", new { id });
    }
}
