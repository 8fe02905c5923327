using Inventory.Products;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inventory.Web;

[Authorize(InventoryPermissions.Products.Edit)]
public class EditModel(IProductAppService products) : ProductFormPageModel
{
    public ProductDto Product { get; private set; } = null!;

    public virtual async Task OnGetAsync(Guid id)
    {
        Product = await products.GetAsync(id);
        Input = ProductForm.Of(Product);
    }

    /// <param name="stamp">Of the product as the form showed it.</param>
    public virtual async Task<IActionResult> OnPostAsync(Guid id, string stamp)
    {
        ValidateModel();
        await products.UpdateAsync(id, Input.To(new UpdateProductDto { ConcurrencyStamp = stamp, IsActive = Input.IsActive }));
        Toast(L["Saved"]);
        return RedirectToPage("Details", new { id });
    }
}
