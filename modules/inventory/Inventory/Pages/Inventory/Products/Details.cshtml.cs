using Inventory.Products;
using Inventory.Stock;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inventory.Web;

[Authorize(InventoryPermissions.Products.Default)]
public class DetailsModel(IProductAppService products, IStockAppService stock) : InventoryPageModel
{
    [BindProperty(SupportsGet = true)] public DateOnly? AfterDate { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? AfterId { get; set; }

    public ProductDto Product { get; private set; } = null!;
    public IReadOnlyList<StockMoveRow> Moves { get; private set; } = [];
    public IReadOnlyList<WarehouseStockRow> Places { get; private set; } = [];
    public string? NextUrl { get; private set; }
    public bool CanEdit { get; private set; }
    public bool CanDelete { get; private set; }
    public bool CanAdjust { get; private set; }
    public bool CanTransfer { get; private set; }

    public virtual async Task<IActionResult> OnGetAsync(Guid id)
    {
        Product = await products.GetAsync(id);
        if (await AuthorizationService.IsGrantedAsync(InventoryPermissions.Stock.Default))
        {
            await ReadMovesAsync(id);
            Places = await stock.GetByWarehouseAsync(id);
        }
        CanEdit = await AuthorizationService.IsGrantedAsync(InventoryPermissions.Products.Edit);
        CanDelete = await AuthorizationService.IsGrantedAsync(InventoryPermissions.Products.Delete);
        CanAdjust = Product.TracksStock && await AuthorizationService.IsGrantedAsync(InventoryPermissions.Stock.Adjust);
        CanTransfer = CanAdjust && await AuthorizationService.IsGrantedAsync(InventoryPermissions.Warehouses.Default);
        return PageOr("_Moves");
    }

    public virtual async Task<IActionResult> OnPostDeleteAsync(Guid id)
    {
        await products.DeleteAsync(id);
        return RedirectToPage("Index", new { deleted = id });
    }

    private async Task ReadMovesAsync(Guid id)
    {
        var page = await stock.GetMovesAsync(new StockMoveListInput { ProductId = id, AfterDate = AfterDate, AfterId = AfterId });
        Moves = page.Rows;
        NextUrl = page.HasMore && Moves[^1] is var last
            ? Url.Page("Details", new { id, AfterDate = last.Date.ToString("O"), AfterId = last.Id })
            : null;
    }
}
