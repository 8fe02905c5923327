using Kernel.Auditing;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Inventory.Products;

public class ProductRecordSource(IReadOnlyRepository<Product, Guid> products, IAsyncQueryableExecuter executer, IPermissionChecker permissions)
    : IRecordSource, ITransientDependency
{
    public virtual async Task<IReadOnlyList<RecordName>> GetAsync(IReadOnlyCollection<Guid> ids)
    {
        if (!await permissions.IsGrantedAsync(InventoryPermissions.Products.Default)) { return []; }
        var found = await executer.ToListAsync((await products.GetQueryableAsync())
            .Where(product => ids.Contains(product.Id)).Select(product => new { product.Id, product.Name }));
        return found.ConvertAll(product => new RecordName(product.Id, product.Name, $"/Inventory/Products/Details/{product.Id}"));
    }
}
