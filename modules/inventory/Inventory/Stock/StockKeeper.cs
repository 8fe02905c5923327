using Inventory.Deliveries;
using Inventory.Products;
using Inventory.Settings;
using Inventory.Warehouses;
using Kernel.Rights;
using Microsoft.EntityFrameworkCore;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;
using Volo.Abp.Uow;

namespace Inventory.Stock;

/// <summary>
/// All that changes what is on hand or reserved. Whoever changes it takes the warehouses' turns first, in one order, and keeps
/// them until the commit: so what he reads is true, nothing is lost and nobody waits in a circle.
/// </summary>
public class StockKeeper(
    IReadOnlyRepository<Product, Guid> products,
    IRepository<StockMove, Guid> moves,
    IRepository<StockLevel> levels,
    IRepository<Warehouse, Guid> warehouses,
    StockBook book,
    WarehouseManager manager,
    IGuidGenerator guids,
    IDataFilter<ISoftDelete> softDelete,
    ISettingProvider settings,
    ICurrentTenant tenant) : IStockKeeper, ITransientDependency, IUnitOfWorkEnabled
{
    public virtual async Task MoveAsync(IReadOnlyList<StockMoveDto> moves)
    {
        var tracked = await TrackedAsync(moves.Select(move => move.ProductId));
        var made = moves.Where(move => tracked.ContainsKey(move.ProductId)).ToList();
        if (made.Count == 0)
        {
            return;
        }
        var main = made.Exists(move => move.WarehouseId is null) ? await manager.ChooseAsync(null) : Guid.Empty;
        made = made.ConvertAll(move => move with { WarehouseId = move.WarehouseId ?? main });
        var stock = await TakeAsync([.. made.Select(move => (move.ProductId, move.WarehouseId!.Value))]);
        if (await SellsOnlyAvailableAsync())
        {
            EnsureAvailable(made, stock, tracked);
        }
        await book.WriteAsync(made.ConvertAll(move => ToMove(move, note: null)));
    }

    private static void EnsureAvailable(List<StockMoveDto> made, Dictionary<(Guid, Guid), StockLevel> stock, Dictionary<Guid, string> names)
    {
        foreach (var place in made.GroupBy(move => (move.ProductId, move.WarehouseId!.Value)))
        {
            if (place.Sum(move => move.Quantity) is < 0 and var quantity && place.All(move => move.Reason == StockMoveReason.Sale))
            {
                stock[place.Key].EnsureAvailable(-quantity, names[place.Key.ProductId]);
            }
        }
    }

    /// <param name="change">The signed quantity to move, from what is on hand; nothing is booked when it is 0.</param>
    internal async Task AdjustAsync(StockMoveDto move, string? note, Func<decimal, decimal> change)
    {
        var place = (move.ProductId, await manager.ChooseAsync(move.WarehouseId));
        var level = (await TakeAsync([place]))[place];
        var quantity = change(level.OnHand);
        if (quantity != 0)
        {
            await BookAsync([move with { Quantity = quantity, WarehouseId = level.WarehouseId }], note);
            level.Move(quantity);
        }
    }

    internal async Task TransferAsync(TransferStockDto input, string product)
    {
        var (from, to) = ((input.ProductId, input.FromId), (input.ProductId, await manager.ChooseAsync(input.ToId)));
        var stock = await TakeAsync([from, to]);
        stock[from].Issue(input.Quantity, product);
        stock[to].Move(input.Quantity);
        await BookAsync(
        [
            new StockMoveDto(input.ProductId, -input.Quantity, input.Date, StockMoveReason.Transfer, WarehouseId: input.FromId),
            new StockMoveDto(input.ProductId, input.Quantity, input.Date, StockMoveReason.Transfer, WarehouseId: input.ToId)
        ], input.Note);
    }

    /// <summary>Promises what of the order's goods is not delivered yet.</summary>
    internal async Task ReserveAsync(DeliveryOrder order)
    {
        var open = OpenOf(order);
        var (stock, onlyAvailable) = (await TakeAsync([.. open.Keys]), await SellsOnlyAvailableAsync());
        foreach (var (place, lines) in open)
        {
            var quantity = lines.Sum(line => line.Open);
            if (onlyAvailable)
            {
                stock[place].EnsureAvailable(quantity, lines[0].Description);
            }
            stock[place].Reserve(quantity);
        }
    }

    /// <summary>Takes back the promise of what of the order's goods is not delivered yet.</summary>
    internal Task FreeAsync(DeliveryOrder order) => FreeAsync(order, line => line.Open);

    /// <param name="quantity">How much of a line's promise is taken back.</param>
    internal async Task FreeAsync(DeliveryOrder order, Func<DeliveryOrderLine, decimal> quantity)
    {
        var open = OpenOf(order);
        var stock = await TakeAsync([.. open.Keys]);
        foreach (var (place, lines) in open)
        {
            stock[place].Free(lines.Sum(quantity));
        }
    }

    /// <summary>Gives the delivery's goods out and takes back their promise, each where it is.</summary>
    internal async Task IssueAsync(DeliveryNote delivery, DeliveryOrder order)
    {
        var reserved = order.Lines.ToDictionary(line => line.Ordinal, line => (line.ProductId, line.WarehouseId));
        var stock = await TakeAsync([.. delivery.Lines.SelectMany(line => new[] { (line.ProductId, delivery.WarehouseId), reserved[line.OrderLine] })]);
        foreach (var line in delivery.Lines)
        {
            stock[reserved[line.OrderLine]].Free(line.Quantity);
            stock[(line.ProductId, delivery.WarehouseId)].Issue(line.Quantity, line.Description);
        }
        await BookAsync([.. MovesOf(delivery, StockMoveReason.Sale, sign: -1)], delivery.Note);
    }

    /// <summary>Takes the goods of a return in.</summary>
    internal async Task TakeBackAsync(DeliveryNote returned)
    {
        var stock = await TakeAsync([.. returned.Lines.Select(line => (line.ProductId, returned.WarehouseId))]);
        foreach (var line in returned.Lines)
        {
            stock[(line.ProductId, returned.WarehouseId)].Move(line.Quantity);
        }
        await BookAsync([.. MovesOf(returned, StockMoveReason.SalesReturn, sign: 1)], returned.Note);
    }

    /// <returns>The names of those products whose stock is tracked.</returns>
    internal async Task<Dictionary<Guid, string>> TrackedAsync(IEnumerable<Guid> productIds)
    {
        var ids = productIds.Distinct().ToList();
        var known = await (await products.GetQueryableAsync())
            .Where(product => ids.Contains(product.Id))
            .Select(product => new { product.Id, product.Name, product.TracksStock })
            .ToListAsync();
        if (ids.Except(known.Select(product => product.Id)).ToList() is [var unknown, ..])
        {
            throw await MissingAsync(unknown);
        }
        return known.Where(product => product.TracksStock).ToDictionary(product => product.Id, product => product.Name);
    }

    private static Dictionary<(Guid ProductId, Guid WarehouseId), List<DeliveryOrderLine>> OpenOf(DeliveryOrder order) =>
        order.Lines.Where(line => line.Open > 0).GroupBy(line => (line.ProductId, line.WarehouseId)).ToDictionary(place => place.Key, place => place.ToList());

    private static IEnumerable<StockMoveDto> MovesOf(DeliveryNote note, StockMoveReason reason, int sign) => note.Lines.Select(line => new StockMoveDto(
        line.ProductId, sign * line.Quantity, note.Date, reason, note.Number, DeliveryUrls.Details(note.Id), note.WarehouseId));

    private Task BookAsync(List<StockMoveDto> booked, string? note) =>
        moves.InsertManyAsync(booked.Select(move => ToMove(move, note)));

    private StockMove ToMove(StockMoveDto move, string? note) => new(guids.Create(), move, move.WarehouseId!.Value, tenant.Id, note);

    /// <summary>Takes turns, then reads: a level that is not there yet begins at nothing.</summary>
    private async Task<Dictionary<(Guid ProductId, Guid WarehouseId), StockLevel>> TakeAsync(IReadOnlyCollection<(Guid ProductId, Guid WarehouseId)> places)
    {
        var (productIds, warehouseIds) = (places.Select(place => place.ProductId).Distinct().ToList(), places.Select(place => place.WarehouseId).Distinct().Order().ToList());
        foreach (var id in warehouseIds)
        {
            await (await warehouses.GetQueryableAsync()).Where(warehouse => warehouse.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(warehouse => warehouse.Turn, warehouse => warehouse.Turn + 1));
        }
        var stock = (await levels.GetListAsync(level => productIds.Contains(level.ProductId) && warehouseIds.Contains(level.WarehouseId)))
            .ToDictionary(level => (level.ProductId, level.WarehouseId));
        var begun = places.Where(place => !stock.ContainsKey(place)).Distinct().Select(place => new StockLevel(place.ProductId, place.WarehouseId, tenant.Id)).ToList();
        if (begun.Count > 0)
        {
            await levels.InsertManyAsync(begun, autoSave: true);
        }
        return stock.Values.Concat(begun).ToDictionary(level => (level.ProductId, level.WarehouseId));
    }

    private async Task<bool> SellsOnlyAvailableAsync() => await settings.GetAsync<bool>(InventorySettings.SellOnlyAvailable);

    private async Task<Exception> MissingAsync(Guid productId)
    {
        using (softDelete.Disable())
        {
            var name = await (await products.GetQueryableAsync()).Where(product => product.Id == productId).Select(product => product.Name).FirstOrDefaultAsync();
            return name is null
                ? new EntityNotFoundException(typeof(Product), productId)
                : new BusinessException(InventoryErrorCodes.ProductDeleted).WithData("Name", name);
        }
    }
}
