using Inventory.Products;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Repositories;

namespace Inventory.Stock;

[Authorize(InventoryPermissions.Stock.Default)]
public class StockAppService(
    IReadOnlyRepository<StockMove, Guid> moves,
    IProductCatalog catalog,
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
        var rows = await AsyncExecuter.ToListAsync(found
            .OrderByDescending(move => move.Date).ThenByDescending(move => move.Id)
            .Take(input.Max + 1)
            .Select(move => new StockMoveRow(
                move.Id, move.Date, move.Quantity, move.Reason, move.DocumentNumber, move.DocumentUrl, move.Note)));
        return new StockMovePage([.. rows.Take(input.Max)], rows.Count > input.Max);
    }

    [Authorize(InventoryPermissions.Stock.Adjust)]
    public virtual async Task AdjustAsync(AdjustStockDto input)
    {
        var product = await products.GetAsync(input.ProductId);
        if (!product.TracksStock)
        {
            throw new BusinessException(InventoryErrorCodes.StockNotTracked).WithData("Name", product.Name);
        }
        var onHand = (await catalog.GetManyAsync([product.Id])).Single().OnHand;
        var change = StockAdjustment.Change(input.Reason, input.Quantity, onHand);
        if (change != 0)
        {
            await keeper.MoveAsync([new StockMoveDto(product.Id, change, input.Date, input.Reason)], input.Note);
        }
    }
}
