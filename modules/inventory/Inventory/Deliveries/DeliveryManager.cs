using Inventory.Products;
using Inventory.Stock;
using Inventory.Warehouses;
using Kernel.Calendars;
using Kernel.Numbering;
using Kernel.Rights;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;

namespace Inventory.Deliveries;

/// <summary>Goods go out and come back: the order or delivery says how much, the warehouse what is there, the numbers have no gap.</summary>
public class DeliveryManager(
    IRepository<DeliveryNote, Guid> notes, IReadOnlyRepository<DeliveredSerial> serials, IReadOnlyRepository<Product, Guid> products,
    WarehouseManager warehouses, StockKeeper keeper, INumbering numbering, IDataFilter<ISoftDelete> softDelete) : DomainService
{
    public async Task<DeliveryNote> DeliverAsync(DeliveryOrder order, DeliverDto input)
    {
        var movement = await ReadAsync(input, input.WarehouseId ?? order.WarehouseId);
        var delivery = order.Deliver(GuidGenerator.Create(), await NextNumberAsync("DLV", input.Date), movement, await KindsAsync(order), input.OverrideReason);
        await CheckSerialsAsync(delivery);
        await notes.InsertAsync(delivery);
        await keeper.IssueAsync(delivery, order);
        return delivery;
    }

    public async Task<DeliveryNote> TakeBackAsync(DeliveryNote delivery, GoodsMovementDto input)
    {
        var movement = await ReadAsync(input, input.WarehouseId);
        var returned = delivery.TakeBack(GuidGenerator.Create(), await NextNumberAsync("RTN", input.Date), movement);
        await notes.InsertAsync(returned);
        await keeper.TakeBackAsync(returned);
        return returned;
    }

    private async Task<GoodsMovement> ReadAsync(GoodsMovementDto input, Guid? warehouseId) => new(
        input.Date, await warehouses.ChooseAsync(warehouseId), input.Note,
        [.. input.Lines.Where(line => line.Quantity != 0).Select(line => new MovedLine(line.Ordinal, line.Quantity, line.Serials))]);

    /// <summary>Anew each Jalali year, such as DLV-1405-00012.</summary>
    private async Task<string> NextNumberAsync(string series, DateOnly date)
    {
        var (year, _, _) = JalaliCalendar.FromDate(date);
        return $"{series}-{year}-{await numbering.NextAsync(series, year):00000}";
    }

    private async Task<Dictionary<Guid, GoodsKind>> KindsAsync(DeliveryOrder order)
    {
        var ids = order.Lines.Select(line => line.ProductId).Distinct().ToList();
        using (softDelete.Disable()) // what was ordered is delivered, though it is no longer sold
        {
            return (await AsyncExecuter.ToListAsync((await products.GetQueryableAsync())
                .Where(product => ids.Contains(product.Id))
                .Select(product => new { product.Id, product.Unit, product.TracksSerials, product.WarrantyMonths })))
                .ToDictionary(product => product.Id, product => new GoodsKind(product.Unit, product.TracksSerials, product.WarrantyMonths));
        }
    }

    /// <remarks>The index would refuse it too, in no words.</remarks>
    private async Task CheckSerialsAsync(DeliveryNote delivery)
    {
        var given = delivery.Lines.SelectMany(line => line.Serials, (line, serial) => (line.ProductId, serial.SerialKey, serial.Serial, line.Description)).ToList();
        if (given.GroupBy(piece => (piece.ProductId, piece.SerialKey)).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
        {
            throw new BusinessException(InventoryErrorCodes.SerialTwice).WithData("Serial", twice.First().Serial).WithData("Name", twice.First().Description);
        }
        if (given.Count == 0)
        {
            return;
        }
        using var _ = SystemWork.Begin("a serial number is out, whoever has the piece");
        var (productIds, keys) = (given.Select(piece => piece.ProductId).Distinct().ToList(), given.Select(piece => piece.SerialKey).ToList());
        var isOut = await AsyncExecuter.ToListAsync((await serials.GetQueryableAsync())
            .Where(serial => serial.ReturnedOn == null && productIds.Contains(serial.ProductId) && keys.Contains(serial.SerialKey))
            .Select(serial => new { serial.ProductId, serial.SerialKey }));
        if (given.Find(piece => isOut.Exists(one => one.ProductId == piece.ProductId && one.SerialKey == piece.SerialKey)) is { Serial: not null } taken)
        {
            throw new BusinessException(InventoryErrorCodes.SerialIsOut).WithData("Serial", taken.Serial).WithData("Name", taken.Description);
        }
    }
}
