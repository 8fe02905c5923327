using Inventory.Products;
using Inventory.Stock;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Inventory.Web;

[Authorize(InventoryPermissions.Stock.Adjust)]
public class AdjustModel(IProductAppService products, IStockAppService stock, WarehouseChoices warehouses) : InventoryPageModel
{
    [BindProperty] public AdjustStockDto Input { get; set; } = new();

    public ProductDto Product { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> WarehouseChoices { get; private set; } = [];

    public IEnumerable<SelectListItem> ReasonChoices => StockAdjustment.Reasons
        .Select(reason => new SelectListItem(L["Enum:StockMoveReason." + reason], reason.ToString()));

    public virtual async Task OnGetAsync(Guid id)
    {
        Product = await products.GetAsync(id);
        Input.Date = Today;
        WarehouseChoices = await warehouses.GetAsync();
    }

    public virtual async Task<IActionResult> OnPostAsync(Guid id)
    {
        ValidateModel();
        Input.ProductId = id;
        await stock.AdjustAsync(Input);
        Toast(L["Booked"]);
        return RedirectToPage("Details", new { id });
    }
}
