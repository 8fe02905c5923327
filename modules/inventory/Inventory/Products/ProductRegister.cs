using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;

namespace Inventory.Products;

public class ProductRegister(
    IRepository<Product, Guid> products, IGuidGenerator guids, ICurrentTenant tenant,
    IDataFilter<ISoftDelete> softDelete)
    : IProductRegister, ITransientDependency
{
    public async Task<IReadOnlyDictionary<string, Guid>> EnsureAsync(IReadOnlyCollection<ProductToRegister> wanted)
    {
        var codes = wanted.GroupBy(product => Product.CodeKeyOf(product.Code)).ToDictionary(code => code.Key, code => code.ToList());
        var keys = codes.Keys.ToList();
        var known = await KnownAsync(keys);

        var made = codes.Where(code => !known.ContainsKey(code.Key)).Select(code => Make(code.Value[0])).ToList();
        foreach (var product in made)
        {
            known.Add(product.CodeKey, product);
        }
        foreach (var (key, names) in codes)
        {
            if (known[key].Name == known[key].Code && names.Select(product => product.Name).FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)) is { } name)
            {
                known[key].Rename(name);
            }
        }
        await products.InsertManyAsync(made, autoSave: true); // there before the first move
        return wanted.DistinctBy(product => product.Code).ToDictionary(product => product.Code, product => known[Product.CodeKeyOf(product.Code)].Id);
    }

    /// <summary>A deleted product too: its code is not free, and history may name it.</summary>
    private async Task<Dictionary<string, Product>> KnownAsync(List<string> keys)
    {
        using (softDelete.Disable())
        {
            return (await products.GetListAsync(product => keys.Contains(product.CodeKey))).ToDictionary(product => product.CodeKey);
        }
    }

    private Product Make(ProductToRegister wanted)
    {
        var product = new Product(guids.Create(), wanted.Code, wanted.Code, wanted.Unit, tenant.Id);
        product.Measure(wanted.Unit, wanted.TracksStock);
        product.Price(wanted.UnitPrice, wanted.Currency, taxRate: 0);
        return product;
    }
}
