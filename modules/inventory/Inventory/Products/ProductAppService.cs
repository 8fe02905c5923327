using Inventory.Settings;
using Inventory.Stock;
using Microsoft.AspNetCore.Authorization;
using System.Globalization;
using Volo.Abp;
using Volo.Abp.Application.Services;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Settings;

namespace Inventory.Products;

[Authorize(InventoryPermissions.Products.Default)]
public class ProductAppService(
    IRepository<Product, Guid> products,
    IReadOnlyRepository<StockLevel> levels,
    IProductCatalog catalog,
    ProductManager manager,
    IDataFilter<ISoftDelete> softDelete) : ApplicationService, IProductAppService
{
    public virtual async Task<ProductDto> GetAsync(Guid id)
    {
        var stock = await levels.GetQueryableAsync();
        return await AsyncExecuter.FirstOrDefaultAsync((await products.GetQueryableAsync())
            .Where(product => product.Id == id)
            .Select(product => new ProductDto(
                product.Id, product.Code, product.Name, product.Unit, product.UnitPrice, product.Currency, product.TaxRate,
                product.TracksStock, product.TracksSerials, product.WarrantyMonths, product.IsActive,
                stock.Where(level => level.ProductId == product.Id).Sum(level => level.OnHand),
                stock.Where(level => level.ProductId == product.Id).Sum(level => level.Reserved),
                product.ConcurrencyStamp))) ?? throw new EntityNotFoundException(typeof(Product), id);
    }

    public virtual async Task<ProductPage> GetListAsync(ProductListInput input)
    {
        var (found, stock) = (ProductSearch.Apply(await products.GetQueryableAsync(), input.Text), await levels.GetQueryableAsync());
        if (input.IsActive is { } isActive)
        {
            found = found.Where(product => product.IsActive == isActive);
        }
        if (input is { AfterKey: { } key, AfterId: { } id })
        {
            found = found.Where(product =>
                product.SortKey.CompareTo(key) >= 0 && (product.SortKey.CompareTo(key) > 0 || product.Id.CompareTo(id) > 0));
        }
        var rows = await AsyncExecuter.ToListAsync(found
            .OrderBy(product => product.SortKey).ThenBy(product => product.Id)
            .Take(input.Max + 1)
            .Select(product => new ProductRow(
                product.Id, product.Code, product.Name, product.SortKey, product.Unit, product.UnitPrice, product.Currency,
                product.TaxRate, product.TracksStock, product.IsActive,
                stock.Where(level => level.ProductId == product.Id).Sum(level => level.OnHand),
                stock.Where(level => level.ProductId == product.Id).Sum(level => level.Reserved))));
        return new ProductPage([.. rows.Take(input.Max)], rows.Count > input.Max);
    }

    public virtual Task<List<ProductLookupDto>> GetLookupAsync(string? text) => catalog.GetLookupAsync(text);

    [Authorize(InventoryPermissions.Products.Delete)]
    public virtual async Task<DeletedProductDto?> GetDeletedAsync(Guid id)
    {
        using (softDelete.Disable())
        {
            return await AsyncExecuter.FirstOrDefaultAsync((await products.GetQueryableAsync())
                .Where(product => product.Id == id && product.IsDeleted)
                .Select(product => new DeletedProductDto(product.Id, product.Code, product.Name)));
        }
    }

    [Authorize(InventoryPermissions.Products.Create)]
    public virtual async Task<Guid> CreateAsync(CreateProductDto input)
    {
        var product = new Product(GuidGenerator.Create(), input.Code, input.Name, input.Unit, CurrentTenant.Id);
        await WriteAsync(product, input);
        await products.InsertAsync(product, autoSave: true); // there before the first move
        return product.Id;
    }

    [Authorize(InventoryPermissions.Products.Edit)]
    public virtual async Task UpdateAsync(Guid id, UpdateProductDto input)
    {
        var product = await products.GetAsync(id);
        await manager.CheckUnchangedAsync(product, input.ConcurrencyStamp);
        product.Recode(input.Code);
        product.Rename(input.Name);
        await WriteAsync(product, input);
        if (input.IsActive)
        {
            product.Activate();
        }
        else
        {
            product.Deactivate();
        }
    }

    [Authorize(InventoryPermissions.Products.Delete)]
    public virtual async Task DeleteAsync(Guid id) => await products.DeleteAsync(await products.GetAsync(id));

    [Authorize(InventoryPermissions.Products.Delete)]
    public virtual async Task RestoreAsync(Guid id)
    {
        using (softDelete.Disable())
        {
            (await products.GetAsync(id)).Restore();
        }
    }

    private async Task WriteAsync(Product product, ProductContentDto input)
    {
        product.Measure(input.Unit, input.TracksStock);
        product.Identify(input.TracksSerials, input.WarrantyMonths);
        product.Price(input.UnitPrice, input.Currency, input.TaxRate ?? await GetDefaultTaxRateAsync());
        await manager.CheckCodeAsync(product);
    }

    private async Task<decimal> GetDefaultTaxRateAsync() => decimal.Parse(
        await SettingProvider.GetOrNullAsync(InventorySettings.DefaultTaxRate) ?? "0", CultureInfo.InvariantCulture);
}
