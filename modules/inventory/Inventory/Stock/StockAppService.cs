using Inventory.Products;
using Inventory.Warehouses;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Repositories;

namespace Inventory.Stock;

[Authorize(InventoryPermissions.Stock.Default)]
public class StockAppService(
    IReadOnlyRepository<StockMove, Guid> moves,
    IReadOnlyRepository<StockLevel> levels,
    IReadOnlyRepository<Warehouse, Guid> warehouses,
    IRepository<Product, Guid> products,
    StockKeeper keeper) : ApplicationService, IStockAppService
{
    public virtual async Task<StockMovePage> GetMovesAsync(StockMoveListInput input)
    {
        var found = (await moves.GetQueryableAsync()).Where(move => move.ProductId == input.ProductId);
        if (input is { AfterDate: { } date, AfterId: { } id })
        {
            found = found.Where(move => move.Date < date || (move.Date == date && move.Id.CompareTo(id) < 0));
        }
        var places = await warehouses.GetQueryableAsync();
        var rows = await AsyncExecuter.ToListAsync(found
            .OrderByDescending(move => move.Date).ThenByDescending(move => move.Id)
            .Take(input.Max + 1)
            .Select(move => new StockMoveRow(
                move.Id, move.Date, move.Quantity, move.Reason,
                places.Where(place => place.Id == move.WarehouseId).Select(place => place.Name).FirstOrDefault(),
                move.DocumentNumber, move.DocumentUrl, move.Note)));
        return new StockMovePage([.. rows.Take(input.Max)], rows.Count > input.Max);
    }

    public virtual async Task<List<WarehouseStockRow>> GetByWarehouseAsync(Guid productId) => await AsyncExecuter.ToListAsync(
        from level in await levels.GetQueryableAsync()
        join warehouse in await warehouses.GetQueryableAsync() on level.WarehouseId equals warehouse.Id
        where level.ProductId == productId
        orderby warehouse.IsMain descending, warehouse.NameKey
        select new WarehouseStockRow(warehouse.Id, warehouse.Name, level.OnHand, level.Reserved));

    [Authorize(InventoryPermissions.Stock.Adjust)]
    public virtual async Task AdjustAsync(AdjustStockDto input)
    {
        await GetTrackedAsync(input.ProductId);
        await keeper.AdjustAsync(
            new StockMoveDto(input.ProductId, 0, input.Date, input.Reason, WarehouseId: input.WarehouseId), input.Note,
            onHand => StockAdjustment.Change(input.Reason, input.Quantity, onHand));
    }

    [Authorize(InventoryPermissions.Stock.Adjust)]
    public virtual async Task TransferAsync(TransferStockDto input)
    {
        var product = await GetTrackedAsync(input.ProductId);
        if (input.Quantity <= 0)
        {
            throw new BusinessException(InventoryErrorCodes.QuantityNotPositive).WithData("Quantity", input.Quantity);
        }
        if (input.FromId == input.ToId)
        {
            throw new BusinessException(InventoryErrorCodes.SameWarehouse);
        }
        await keeper.TransferAsync(input, product.Name);
    }

    private async Task<Product> GetTrackedAsync(Guid id)
    {
        var product = await products.GetAsync(id);
        return product.TracksStock ? product : throw new BusinessException(InventoryErrorCodes.StockNotTracked).WithData("Name", product.Name);
    }
}
