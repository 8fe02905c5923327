using Inventory.Products;
using Inventory.Stock;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Inventory.Web;

/// <summary>Brings goods from one warehouse to another.</summary>
[Authorize(InventoryPermissions.Stock.Adjust)]
public class TransferModel(IProductAppService products, IStockAppService stock, WarehouseChoices warehouses) : InventoryPageModel
{
    [BindProperty] public TransferStockDto Input { get; set; } = new();

    public ProductDto Product { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    /// <summary>With what is there of the product.</summary>
    public IReadOnlyList<SelectListItem> FromChoices { get; private set; } = [];

    public virtual async Task OnGetAsync(Guid id)
    {
        Product = await products.GetAsync(id);
        Choices = await warehouses.GetAsync();
        var there = (await stock.GetByWarehouseAsync(id)).ToDictionary(place => place.WarehouseId.ToString(), place => place.OnHand);
        FromChoices = [.. Choices.Select(place => new SelectListItem($"{place.Text} ({Display.Number(there.GetValueOrDefault(place.Value))})", place.Value))];
        Input.Date = Today;
        if (Choices.Count > 1)
        {
            (Input.FromId, Input.ToId) = (Guid.Parse(Choices[0].Value), Guid.Parse(Choices[1].Value));
        }
    }

    public virtual async Task<IActionResult> OnPostAsync(Guid id)
    {
        ValidateModel();
        Input.ProductId = id;
        await stock.TransferAsync(Input);
        Toast(L["Booked"]);
        return RedirectToPage("Details", new { id });
    }
}
