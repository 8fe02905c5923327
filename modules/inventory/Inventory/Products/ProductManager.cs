using Kernel.Users;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;
using Volo.Abp.Users;

namespace Inventory.Products;

/// <summary>Rules about a product that need others: one code, one product.</summary>
public class ProductManager(
    IReadOnlyRepository<Product, Guid> products,
    IExternalUserLookupServiceProvider users,
    IDataFilter<ISoftDelete> softDelete) : DomainService
{
    /// <summary>Refuses a code that another product has, a deleted one too, since it may come back.</summary>
    public async Task CheckCodeAsync(Product product)
    {
        using (softDelete.Disable())
        {
            var other = await AsyncExecuter.FirstOrDefaultAsync((await products.GetQueryableAsync())
                .Where(known => known.CodeKey == product.CodeKey && known.Id != product.Id)
                .Select(known => new { known.Code, known.Name, known.IsDeleted }));
            if (other is not null)
            {
                throw new BusinessException(
                        other.IsDeleted ? InventoryErrorCodes.CodeTakenByDeleted : InventoryErrorCodes.CodeTaken)
                    .WithData("Code", other.Code).WithData("Name", other.Name);
            }
        }
    }

    /// <summary>Tells the second of two writers whose change came first.</summary>
    /// <param name="stamp">The one that the second writer read.</param>
    public async Task CheckUnchangedAsync(Product product, string stamp)
    {
        if (product.ConcurrencyStamp != stamp)
        {
            var user = product.LastModifierId is { } id ? await users.FindByIdAsync(id) : null;
            throw new BusinessException(InventoryErrorCodes.ChangedMeanwhile)
                .WithData("Name", product.Name).WithData("User", user?.FullName() ?? "—");
        }
    }
}
