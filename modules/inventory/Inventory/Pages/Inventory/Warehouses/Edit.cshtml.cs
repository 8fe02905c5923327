using System.ComponentModel.DataAnnotations;
using Inventory.Warehouses;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inventory.Web.Warehouses;

/// <summary>A new warehouse, or another name for one.</summary>
[Authorize(InventoryPermissions.Warehouses.Manage)]
public class EditModel(IWarehouseAppService warehouses) : InventoryPageModel
{
    [BindProperty(SupportsGet = true)] public Guid? Id { get; set; }
    [BindProperty] public WarehouseForm Input { get; set; } = new();

    public string BackUrl => Id is { } id ? Url.Page("Details", new { id })! : Url.Page("Index")!;

    public virtual async Task OnGetAsync()
    {
        if (Id is { } id)
        {
            var warehouse = await warehouses.GetAsync(id);
            Input = new WarehouseForm { Name = warehouse.Name, Address = warehouse.Address, ConcurrencyStamp = warehouse.ConcurrencyStamp };
        }
    }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        ValidateModel();
        var id = Id ?? await warehouses.CreateAsync(new WarehouseContentDto { Name = Input.Name ?? "", Address = Input.Address });
        if (Id is not null)
        {
            await warehouses.UpdateAsync(id, new UpdateWarehouseDto { Name = Input.Name ?? "", Address = Input.Address, ConcurrencyStamp = Input.ConcurrencyStamp! });
        }
        Toast(L["Saved"]);
        return RedirectToPage("Details", new { id });
    }

    public class WarehouseForm
    {
        [StringLength(WarehouseConsts.MaxNameLength)]
        public string? Name { get; set; }

        [StringLength(WarehouseConsts.MaxAddressLength)]
        public string? Address { get; set; }

        public string? ConcurrencyStamp { get; set; }
    }
}
