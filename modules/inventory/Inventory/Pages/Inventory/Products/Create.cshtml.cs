using Inventory.Products;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inventory.Web;

[Authorize(InventoryPermissions.Products.Create)]
public class CreateModel(IProductAppService products) : ProductFormPageModel
{
    public virtual void OnGet()
    {
    }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        ValidateModel();
        var id = await products.CreateAsync(Input.To(new CreateProductDto()));
        Toast(L["Saved"]);
        return RedirectToPage("Details", new { id });
    }
}
