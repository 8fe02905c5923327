using Kernel.Monetary;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Inventory.Web;

/// <summary>The form that creating and editing share.</summary>
public abstract class ProductFormPageModel : InventoryPageModel
{
    [BindProperty] public ProductForm Input { get; set; } = new();

    public IEnumerable<SelectListItem> CurrencyChoices => Currencies.All.Select(code => new SelectListItem(code == Currencies.Rial ? L["Rial"] : code, code));
}
