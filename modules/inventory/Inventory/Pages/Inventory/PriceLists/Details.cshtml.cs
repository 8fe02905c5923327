using System.ComponentModel.DataAnnotations;
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

    public PriceForm Price { get; } = new();
    public CopyPriceListDto Copy { get; private set; } = new();

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

    public virtual async Task<IActionResult> OnPostPriceAsync(Guid id, [FromForm(Name = nameof(Price))] PriceForm price)
    {
        ValidateModel();
        await lists.SetPriceAsync(id, new SetPriceDto { ProductId = price.ProductId ?? await FindProductAsync(price.ProductIdText), UnitPrice = price.UnitPrice!.Value });
        Toast(L["Saved"]);
        return RedirectToPage("Details", new { id });
    }

    public virtual async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid productId)
    {
        await lists.RemovePriceAsync(id, productId);
        Toast(L["Saved"]);
        return RedirectToPage("Details", new { id });
    }

    public virtual async Task<IActionResult> OnPostCopyAsync(Guid id, [FromForm(Name = nameof(Copy))] CopyPriceListDto copy)
    {
        ValidateModel();
        var made = await lists.CopyAsync(id, copy);
        Toast(L["Saved"]);
        return RedirectToPage("Details", new { id = made });
    }

    public virtual async Task<IActionResult> OnPostDeleteAsync(Guid id)
    {
        await lists.DeleteAsync(id);
        return RedirectToPage("Index", new { deleted = id });
    }

    private async Task<Guid> FindProductAsync(string? typed) => !string.IsNullOrWhiteSpace(typed)
        && (await catalog.GetLookupAsync(typed)) is { } found && (found.Find(product => NameOf(product) == typed.Trim()) ?? (found is [var only] ? only : null)) is { } product
            ? product.Id
            : throw new BusinessException(InventoryErrorCodes.ProductNotFound).WithData("Text", typed ?? "");

    private static string NameOf(ProductLookupDto product) => $"{product.Code} – {product.Name}";

    /// <summary>A product's price, as people type it.</summary>
    public class PriceForm
    {
        public Guid? ProductId { get; set; }

        /// <summary>What was typed where no script chose a product.</summary>
        public string? ProductIdText { get; set; }

        [Required]
        public decimal? UnitPrice { get; set; }
    }
}
