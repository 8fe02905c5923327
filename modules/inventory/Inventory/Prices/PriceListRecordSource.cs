using Kernel.Auditing;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Inventory.Prices;

public class PriceListRecordSource(IReadOnlyRepository<PriceList, Guid> lists, IAsyncQueryableExecuter executer, IPermissionChecker permissions)
    : IRecordSource, ITransientDependency
{
    public virtual async Task<IReadOnlyList<RecordName>> GetAsync(IReadOnlyCollection<Guid> ids) =>
        !await permissions.IsGrantedAsync(InventoryPermissions.PriceLists.Default) ? []
            : (await executer.ToListAsync((await lists.GetQueryableAsync())
                .Where(list => ids.Contains(list.Id)).Select(list => new { list.Id, list.Name })))
            .ConvertAll(list => new RecordName(list.Id, list.Name, $"/Inventory/PriceLists/Details/{list.Id}"));
}
