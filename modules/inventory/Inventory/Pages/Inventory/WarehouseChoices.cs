using Inventory.Warehouses;
using Microsoft.AspNetCore.Mvc.Rendering;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Inventory.Web;

/// <summary>The warehouses in use, as the choices of a form: who moves goods may name where they lie. The main one first.</summary>
public class WarehouseChoices(IReadOnlyRepository<Warehouse, Guid> warehouses, IAsyncQueryableExecuter executer) : ITransientDependency
{
    public async Task<IReadOnlyList<SelectListItem>> GetAsync() => (await executer.ToListAsync((await warehouses.GetQueryableAsync())
        .Where(warehouse => warehouse.IsActive)
        .OrderByDescending(warehouse => warehouse.IsMain).ThenBy(warehouse => warehouse.NameKey)
        .Select(warehouse => new { warehouse.Id, warehouse.Name })))
        .ConvertAll(warehouse => new SelectListItem(warehouse.Name, warehouse.Id.ToString()));
}
