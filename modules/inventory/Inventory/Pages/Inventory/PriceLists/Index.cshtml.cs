using Inventory.Prices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inventory.Web.PriceLists;

[Authorize(InventoryPermissions.PriceLists.Default)]
public class IndexModel(IPriceListAppService lists) : InventoryPageModel
{
    [BindProperty(SupportsGet = true)] public DateOnly? AfterFrom { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? AfterId { get; set; }

    /// <summary>The list that was deleted a moment ago and may come back.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Deleted { get; set; }

    public IReadOnlyList<PriceListRow> Rows { get; private set; } = [];
    public string? NextUrl { get; private set; }
    public bool CanManage { get; private set; }

    public (string Text, string Tone) StatusOf(DateOnly from, DateOnly? until) =>
        from > Today ? ("PriceList.Coming", "info") : until < Today ? ("PriceList.Over", "neutral") : ("PriceList.InForce", "good");

    public virtual async Task OnGetAsync()
    {
        var page = await lists.GetListAsync(new PriceListInput { AfterFrom = AfterFrom, AfterId = AfterId });
        Rows = page.Rows;
        NextUrl = page.HasMore && Rows[^1] is var last ? Url.Page("Index", new { AfterFrom = last.From.ToString("O"), AfterId = last.Id }) : null;
        CanManage = await AuthorizationService.IsGrantedAsync(InventoryPermissions.PriceLists.Manage);
    }

    public virtual async Task<IActionResult> OnPostRestoreAsync(Guid id)
    {
        await lists.RestoreAsync(id);
        return RedirectToPage("Details", new { id });
    }
}
