using Inventory.Warehouses;
using Microsoft.AspNetCore.Authorization;

namespace Inventory.Web.Warehouses;

[Authorize(InventoryPermissions.Warehouses.Default)]
public class IndexModel(IWarehouseAppService warehouses) : InventoryPageModel
{
    public IReadOnlyList<WarehouseRow> Rows { get; private set; } = [];
    public bool CanManage { get; private set; }

    public virtual async Task OnGetAsync()
    {
        Rows = await warehouses.GetListAsync();
        CanManage = await AuthorizationService.IsGrantedAsync(InventoryPermissions.Warehouses.Manage);
    }
}
