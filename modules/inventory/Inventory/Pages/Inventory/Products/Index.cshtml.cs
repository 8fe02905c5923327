using Inventory.Products;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Inventory.Web;

[Authorize(InventoryPermissions.Products.Default)]
public class IndexModel(IProductAppService products) : InventoryPageModel
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public bool? Active { get; set; }
    [BindProperty(SupportsGet = true)] public string? AfterKey { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? AfterId { get; set; }

    /// <summary>The product that was deleted a moment ago and may come back.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Deleted { get; set; }

    public IReadOnlyList<ProductRow> Rows { get; private set; } = [];
    public string? NextUrl { get; private set; }
    public DeletedProductDto? DeletedProduct { get; private set; }
    public bool CanCreate { get; private set; }
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Active is not null;

    public IEnumerable<SelectListItem> ActiveChoices =>
        [new(L["OnlyActive"], bool.TrueString), new(L["OnlyInactive"], bool.FalseString)];

    public virtual async Task<IActionResult> OnGetAsync()
    {
        var page = await products.GetListAsync(new ProductListInput
        {
            Text = Q, IsActive = Active, AfterKey = AfterKey, AfterId = AfterId
        });
        Rows = page.Rows;
        NextUrl = page.HasMore && Rows[^1] is var last
            ? Url.Page("Index", new { Q, Active, AfterKey = last.SortKey, AfterId = last.Id })
            : null;
        CanCreate = await AuthorizationService.IsGrantedAsync(InventoryPermissions.Products.Create);
        if (Deleted is { } id && await AuthorizationService.IsGrantedAsync(InventoryPermissions.Products.Delete))
        {
            DeletedProduct = await products.GetDeletedAsync(id);
        }
        return PageOr("_List");
    }

    public virtual async Task<IActionResult> OnPostRestoreAsync(Guid id)
    {
        await products.RestoreAsync(id);
        return RedirectToPage("Details", new { id });
    }
}
