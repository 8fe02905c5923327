using Inventory.Deliveries;
using Microsoft.AspNetCore.Mvc.Rendering;
using Volo.Abp.DependencyInjection;

namespace Inventory.Web;

/// <summary>The warehouses in use, as the choices of a form: who moves goods may name where they lie. The main one first.</summary>
public class WarehouseChoices(IOrderDeliveries deliveries) : ITransientDependency
{
    public async Task<IReadOnlyList<SelectListItem>> GetAsync() =>
        [.. (await deliveries.GetWarehousesAsync()).Select(warehouse => new SelectListItem(warehouse.Name, warehouse.Id.ToString()))];
}
