using Inventory.Deliveries;
using Inventory.Stock;
using Inventory.Warehouses;
using Volo.Abp.DependencyInjection;

namespace Workspace.Demonstration;

/// <summary>Delivers the demonstration's orders: most at once, some in two parts, now and then something comes back.</summary>
public class DemonstrationDeliveries(
    IDeliveryOrderAppService orders, IDeliveryAppService deliveries, IOrderDeliveries orderDeliveries, IStockAppService stock, IWarehouseAppService warehouses) : ITransientDependency
{
    private const int Restock = 120;

    private readonly Random _random = new(1406);
    private int _pieces;

    /// <summary>The main warehouse, which is the first one, and a second beside it.</summary>
    public async Task OpenWarehousesAsync()
    {
        await warehouses.CreateAsync(new WarehouseContentDto { Name = "انبار مرکزی", Address = "تهران، جاده قدیم کرج، کیلومتر ۱۲" });
        await warehouses.CreateAsync(new WarehouseContentDto { Name = "انبار شهریار", Address = "شهریار، شهرک صنعتی، خیابان سوم" });
    }

    /// <returns>How many deliveries and returns were made.</returns>
    public async Task<int> DeliverAsync(Guid order, DateOnly date, DateOnly today)
    {
        if (await orderDeliveries.FindAsync(order) is null) { return 0; } // services only
        var inParts = _random.Next(6) == 0;
        var first = await DeliverAsync(order, date, inParts ? 0.5m : 1);
        var made = 1;
        if (inParts && date.AddDays(4) is var later && later <= today && (await orders.GetAsync(order)).State == DeliveryOrderState.Open)
        {
            await DeliverAsync(order, later, 1);
            made++;
        }
        if (_random.Next(20) == 0)
        {
            await TakeBackAsync(first, date.AddDays(3) < today ? date.AddDays(3) : today);
            made++;
        }
        return made;
    }

    private async Task<Guid> DeliverAsync(Guid order, DateOnly date, decimal part)
    {
        var open = (await orders.GetAsync(order)).Lines.Where(line => line.Open > 0).ToList();
        var lines = open.ConvertAll(line => (Line: line, Quantity: Math.Ceiling(line.Open * part)));
        foreach (var (line, quantity) in lines.Where(line => line.Line.OnHand < line.Quantity))
        {
            await stock.AdjustAsync(new AdjustStockDto { ProductId = line.ProductId, Quantity = Restock, Reason = StockMoveReason.Purchase, Date = date });
        }
        return await orders.DeliverAsync(order, new DeliverDto
        {
            Date = date,
            Lines = lines.ConvertAll(line => new MovedLineDto
            {
                Ordinal = line.Line.Ordinal, Quantity = line.Quantity,
                Serials = line.Line.TracksSerials ? [.. Enumerable.Range(0, (int)line.Quantity).Select(_ => $"AR{++_pieces:00000}")] : [],
            }),
        });
    }

    private async Task TakeBackAsync(Guid delivery, DateOnly date)
    {
        var line = (await deliveries.GetAsync(delivery)).Lines[0];
        await deliveries.TakeBackAsync(delivery, new TakeBackDto
        {
            Date = date, Note = "بسته‌بندی آسیب دیده بود",
            Lines = [new MovedLineDto { Ordinal = line.Ordinal, Quantity = 1, Serials = [.. line.Serials.Take(1).Select(serial => serial.Serial)] }],
        });
    }
}
