using Inventory.Products;
using Inventory.Stock;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Inventory.Web;

[Authorize(InventoryPermissions.Stock.Adjust)]
public class AdjustModel(IProductAppService products, IStockAppService stock) : InventoryPageModel
{
    [BindProperty] public AdjustStockDto Input { get; set; } = new();

    public ProductDto Product { get; private set; } = null!;

    public IEnumerable<SelectListItem> ReasonChoices => StockAdjustment.Reasons
        .Select(reason => new SelectListItem(L["Enum:StockMoveReason." + reason], reason.ToString()));

    public virtual async Task OnGetAsync(Guid id)
    {
        Product = await products.GetAsync(id);
        Input.Date = Today;
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
