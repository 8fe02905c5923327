using System.ComponentModel.DataAnnotations;
using Inventory.Prices;
using Kernel.Monetary;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Parties.Parties;

namespace Inventory.Web.PriceLists;

/// <summary>A new price list, or for whom and when one holds.</summary>
[Authorize(InventoryPermissions.PriceLists.Manage)]
public class EditModel(IPriceListAppService lists, IPartyReader parties) : InventoryPageModel
{
    private IReadOnlyList<string> _groups = [];

    [BindProperty(SupportsGet = true)] public Guid? Id { get; set; }
    [BindProperty] public PriceListForm Input { get; set; } = new();

    public string BackUrl => Id is { } id ? Url.Page("Details", new { id })! : Url.Page("Index")!;

    /// <summary>Those of the customers, and the one that the list has although nobody is in it any more.</summary>
    public IEnumerable<SelectListItem> GroupChoices =>
        _groups.Concat(Input.Group is { Length: > 0 } own ? [own] : []).Distinct().Select(group => new SelectListItem(group, group));

    public IEnumerable<SelectListItem> CurrencyChoices => Currencies.All.Select(code => new SelectListItem(Display.Unit(code), code));

    public virtual async Task OnGetAsync()
    {
        _groups = await parties.GetGroupsAsync();
        Input.From = Today;
        if (Id is { } id)
        {
            var list = await lists.GetAsync(id);
            Input = new PriceListForm
            {
                Name = list.Name, Group = list.Group, Currency = list.Currency, From = list.From, Until = list.Until, ConcurrencyStamp = list.ConcurrencyStamp
            };
        }
    }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        ValidateModel();
        var id = Id ?? await lists.CreateAsync(Input.To(new PriceListContentDto()));
        if (Id is not null)
        {
            await lists.UpdateAsync(id, Input.To(new UpdatePriceListDto { ConcurrencyStamp = Input.ConcurrencyStamp! }));
        }
        Toast(L["Saved"]);
        return RedirectToPage("Details", new { id });
    }

    public class PriceListForm
    {
        [StringLength(PriceListConsts.MaxNameLength)]
        public string? Name { get; set; }

        [StringLength(PartyConsts.MaxGroupLength)]
        public string? Group { get; set; }

        public string Currency { get; set; } = Currencies.Rial;
        public DateOnly From { get; set; }
        public DateOnly? Until { get; set; }
        public string? ConcurrencyStamp { get; set; }

        public T To<T>(T content) where T : PriceListContentDto
        {
            (content.Name, content.Group, content.Currency, content.From, content.Until) = (Name ?? "", Group, Currency, From, Until);
            return content;
        }
    }
}
