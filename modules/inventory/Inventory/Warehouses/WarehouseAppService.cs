using Inventory.Products;
using Inventory.Stock;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp.Application.Services;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace Inventory.Warehouses;

[Authorize(InventoryPermissions.Warehouses.Default)]
public class WarehouseAppService(
    IRepository<Warehouse, Guid> warehouses, IReadOnlyRepository<Product, Guid> products, IReadOnlyRepository<StockLevel> levels, WarehouseManager manager)
    : ApplicationService, IWarehouseAppService
{
    public virtual async Task<List<WarehouseRow>> GetListAsync() => await AsyncExecuter.ToListAsync((await warehouses.GetQueryableAsync())
        .OrderByDescending(warehouse => warehouse.IsMain).ThenByDescending(warehouse => warehouse.IsActive).ThenBy(warehouse => warehouse.NameKey)
        .Select(warehouse => new WarehouseRow(warehouse.Id, warehouse.Name, warehouse.Address, warehouse.IsMain, warehouse.IsActive)));

    public virtual async Task<WarehouseDto> GetAsync(Guid id) => await AsyncExecuter.FirstOrDefaultAsync((await warehouses.GetQueryableAsync())
        .Where(warehouse => warehouse.Id == id)
        .Select(warehouse => new WarehouseDto(
            warehouse.Id, warehouse.Name, warehouse.Address, warehouse.IsMain, warehouse.IsActive, warehouse.ConcurrencyStamp)))
        ?? throw new EntityNotFoundException(typeof(Warehouse), id);

    public virtual async Task<WarehouseStockPage> GetStockAsync(WarehouseStockInput input)
    {
        var found = ProductSearch.Apply(await products.GetQueryableAsync(), input.Text);
        if (input is { AfterKey: { } key, AfterId: { } id })
        {
            found = found.Where(product =>
                product.SortKey.CompareTo(key) >= 0 && (product.SortKey.CompareTo(key) > 0 || product.Id.CompareTo(id) > 0));
        }
        var rows = await AsyncExecuter.ToListAsync((
            from product in found
            join level in await levels.GetQueryableAsync() on product.Id equals level.ProductId
            where level.WarehouseId == input.WarehouseId && (level.OnHand != 0 || level.Reserved != 0)
            orderby product.SortKey, product.Id
            select new ProductStockRow(product.Id, product.Code, product.Name, product.SortKey, product.Unit, level.OnHand, level.Reserved))
            .Take(input.Max + 1));
        return new WarehouseStockPage([.. rows.Take(input.Max)], rows.Count > input.Max);
    }

    [Authorize(InventoryPermissions.Warehouses.Manage)]
    public virtual async Task<Guid> CreateAsync(WarehouseContentDto input)
    {
        var warehouse = await manager.MakeAsync(input.Name);
        warehouse.Write(input.Name, input.Address);
        return warehouse.Id;
    }

    [Authorize(InventoryPermissions.Warehouses.Manage)]
    public virtual async Task UpdateAsync(Guid id, UpdateWarehouseDto input)
    {
        var warehouse = await warehouses.GetAsync(id);
        if (warehouse.ConcurrencyStamp != input.ConcurrencyStamp)
        {
            throw new AbpDbConcurrencyException("The warehouse was changed after it was read.");
        }
        warehouse.Write(input.Name, input.Address);
        await manager.CheckNameAsync(warehouse);
    }

    [Authorize(InventoryPermissions.Warehouses.Manage)]
    public virtual async Task MakeMainAsync(Guid id)
    {
        var before = await warehouses.GetAsync(warehouse => warehouse.IsMain);
        if (before.Id != id)
        {
            (await warehouses.GetAsync(id)).TakeOver(before);
        }
    }

    [Authorize(InventoryPermissions.Warehouses.Manage)]
    public virtual async Task CloseAsync(Guid id)
    {
        var warehouse = await warehouses.GetAsync(id);
        warehouse.Close(isEmpty: !await AsyncExecuter.AnyAsync((await levels.GetQueryableAsync())
            .Where(level => level.WarehouseId == id && (level.OnHand != 0 || level.Reserved != 0))));
    }

    [Authorize(InventoryPermissions.Warehouses.Manage)]
    public virtual async Task OpenAsync(Guid id) => (await warehouses.GetAsync(id)).Open();
}
