using Inventory.Stock;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Uow;

namespace Inventory.Products;

public class ProductCatalog(IReadOnlyRepository<Product, Guid> products, IReadOnlyRepository<StockLevel> levels)
    : IProductCatalog, ITransientDependency, IUnitOfWorkEnabled
{
    public virtual async Task<List<ProductInfo>> GetManyAsync(IReadOnlyCollection<Guid> ids)
    {
        var stock = await levels.GetQueryableAsync();
        return await (await products.GetQueryableAsync())
            .Where(product => ids.Contains(product.Id))
            .Select(product => new ProductInfo(
                product.Id, product.Code, product.Name, product.Unit, product.UnitPrice, product.Currency, product.TaxRate,
                product.TracksStock,
                stock.Where(level => level.ProductId == product.Id).Sum(level => level.OnHand),
                stock.Where(level => level.ProductId == product.Id).Sum(level => level.Reserved)))
            .ToListAsync();
    }

    public virtual async Task<List<ProductLookupDto>> GetLookupAsync(string? text, int max = 20)
    {
        var stock = await levels.GetQueryableAsync();
        return await ProductSearch.Apply(await products.GetQueryableAsync(), text)
            .Where(product => product.IsActive)
            .OrderBy(product => product.CodeKey)
            .Take(max)
            .Select(product => new ProductLookupDto(
                product.Id, product.Code, product.Name, product.Unit, product.UnitPrice, product.Currency, product.TaxRate,
                product.TracksStock,
                stock.Where(level => level.ProductId == product.Id).Sum(level => level.OnHand),
                stock.Where(level => level.ProductId == product.Id).Sum(level => level.Reserved)))
            .ToListAsync();
    }
}
