using Inventory.Prices;
using Inventory.Products;
using Kernel.Components;
using Kernel.Monetary;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp;

namespace Inventory.Web.PriceLists;

/// <summary>The prices of a list.</summary>
[Authorize(InventoryPermissions.PriceLists.Default)]
public class DetailsModel(IPriceListAppService lists, IProductCatalog catalog) : InventoryPageModel
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public string? AfterKey { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? AfterId { get; set; }
    [BindProperty] public Guid? ProductId { get; set; }

    /// <summary>What was typed where no script chose a product.</summary>
    [BindProperty] public string? ProductIdText { get; set; }

    [BindProperty] public decimal? UnitPrice { get; set; }
    [BindProperty] public CopyPriceListDto Copy { get; set; } = new();

    public PriceListDto List { get; private set; } = null!;
    public IReadOnlyList<PriceRow> Rows { get; private set; } = [];
    public string? NextUrl { get; private set; }
    public bool CanManage { get; private set; }
    public string ProductUrl => $"{Request.Path}?handler=Product";

    public virtual async Task<IActionResult> OnGetAsync(Guid id)
    {
        List = await lists.GetAsync(id);
        var page = await lists.GetPricesAsync(new PriceInput { ListId = id, Text = Q, AfterKey = AfterKey, AfterId = AfterId });
        Rows = page.Rows;
        NextUrl = page.HasMore && Rows[^1] is var last ? Url.Page("Details", new { id, Q, AfterKey = last.SortKey, AfterId = last.ProductId }) : null;
        CanManage = await AuthorizationService.IsGrantedAsync(InventoryPermissions.PriceLists.Manage);
        Copy = new CopyPriceListDto { Name = List.Name, From = Today };
        return PageOr("_Prices");
    }

    public virtual async Task<IActionResult> OnGetProductAsync(string? term) => Lookup((await catalog.GetLookupAsync(term))
        .Select(product => new LookupItem(product.Id.ToString(), NameOf(product), Display.Money(Money.Of(product.UnitPrice, product.Currency)))));

    public virtual async Task<IActionResult> OnPostPriceAsync(Guid id)
    {
        await lists.SetPriceAsync(id, new SetPriceDto { ProductId = ProductId ?? await FindProductAsync(), UnitPrice = UnitPrice ?? 0 });
        Toast(L["Saved"]);
        return RedirectToPage("Details", new { id });
    }

    public virtual async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid productId)
    {
        await lists.RemovePriceAsync(id, productId);
        Toast(L["Saved"]);
        return RedirectToPage("Details", new { id });
    }

    public virtual async Task<IActionResult> OnPostCopyAsync(Guid id)
    {
        var copy = await lists.CopyAsync(id, Copy);
        Toast(L["Saved"]);
        return RedirectToPage("Details", new { id = copy });
    }

    public virtual async Task<IActionResult> OnPostDeleteAsync(Guid id)
    {
        await lists.DeleteAsync(id);
        return RedirectToPage("Index", new { deleted = id });
    }

    private async Task<Guid> FindProductAsync() => !string.IsNullOrWhiteSpace(ProductIdText)
        && (await catalog.GetLookupAsync(ProductIdText)) is { } found && (found.Find(product => NameOf(product) == ProductIdText.Trim()) ?? (found is [var only] ? only : null)) is { } product
            ? product.Id
            : throw new BusinessException(InventoryErrorCodes.ProductNotFound).WithData("Text", ProductIdText ?? "");

    private static string NameOf(ProductLookupDto product) => $"{product.Code} – {product.Name}";
}
