using Kernel.Auditing;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Inventory.Warehouses;

public class WarehouseRecordSource(IReadOnlyRepository<Warehouse, Guid> warehouses, IAsyncQueryableExecuter executer, IPermissionChecker permissions)
    : IRecordSource, ITransientDependency
{
    public virtual async Task<IReadOnlyList<RecordName>> GetAsync(IReadOnlyCollection<Guid> ids) =>
        !await permissions.IsGrantedAsync(InventoryPermissions.Warehouses.Default) ? []
            : (await executer.ToListAsync((await warehouses.GetQueryableAsync())
                .Where(warehouse => ids.Contains(warehouse.Id)).Select(warehouse => new { warehouse.Id, warehouse.Name })))
            .ConvertAll(warehouse => new RecordName(warehouse.Id, warehouse.Name, $"/Inventory/Warehouses/Details/{warehouse.Id}"));
}
