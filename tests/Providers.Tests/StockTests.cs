using System.Collections.Concurrent;
using FsCheck;
using FsCheck.Fluent;
using Inventory.Deliveries;
using Inventory.Products;
using Inventory.Stock;
using Inventory.Warehouses;
using Invoicing.Orders;
using Kernel.Rights;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Uow;

namespace Providers.Tests;

/// <summary>What is on hand, reserved and available, through the same services as people use, in every order of events and at the same time.</summary>
public class StockTests
{
    public enum Kind { Receive, Move, Order, Deliver, TakeBack, Cancel, Close }

    /// <param name="Which">Of the orders, deliveries or places there are.</param>
    public record Event(Kind Kind, int Which, int Quantity);

    private static readonly Gen<Event> Events =
        from kind in Gen.Frequency<Kind>((2, Gen.Constant(Kind.Receive)), (2, Gen.Constant(Kind.Move)), (4, Gen.Constant(Kind.Order)), (6, Gen.Constant(Kind.Deliver)),
            (2, Gen.Constant(Kind.TakeBack)), (1, Gen.Constant(Kind.Cancel)), (1, Gen.Constant(Kind.Close)))
        from which in Gen.Choose(0, 1000)
        from quantity in Gen.Choose(1, 4)
        select new Event(kind, which, quantity);

    [Theory, EveryDatabase]
    public async Task In_every_order_of_events_the_figures_are_what_moves_and_orders_say(DatabaseProvider database, Contexts contexts)
    {
        using var here = Here.On(database, contexts);
        var store = await Store.OpenAsync(here);

        Prop.ForAll(Events.ArrayOf(12).ToArbitrary(), history => Task.Run(async () =>
        {
            foreach (var happened in history) { await store.TryAsync(happened); }
            return await store.FaultsAsync();
        }).GetAwaiter().GetResult() is { Count: 0 }).Check(Config.QuickThrowOnFailure.WithMaxTest(12).WithEndSize(12));
        store.Done.Keys.ShouldContain(Kind.Deliver, "not everything was refused");
        store.Done.Keys.ShouldContain(Kind.TakeBack);
    }

    [Theory, EveryDatabase]
    public async Task Eight_people_who_reserve_deliver_and_book_at_once_lose_nothing(DatabaseProvider database, Contexts contexts)
    {
        using var here = Here.On(database, contexts);
        var store = await Store.OpenAsync(here);

        await Task.WhenAll(Events.Sample(8 * 24, 12).Chunk(24).Select(own => Task.Run(async () =>
        {
            foreach (var happened in own) { await store.TryAsync(happened); }
        })));

        (await store.FaultsAsync()).ShouldBeEmpty();
        store.Done.GetValueOrDefault(Kind.Deliver).ShouldBeGreaterThan(2, "not everything was refused");
    }

    [Theory, EveryDatabase]
    public async Task Of_eight_who_want_the_last_five_pieces_five_get_one(DatabaseProvider database, Contexts contexts)
    {
        using var here = Here.On(database, contexts);
        var (acme, press) = (await here.Given.Customer(), await here.Given.Goods(onHand: 5));
        var orders = new List<Guid>();
        for (var i = 0; i < 8; i++) { orders.Add(await here.Given.OrderOf(acme, press, 1)); }
        var refused = new ConcurrentBag<BusinessException>();

        await Task.WhenAll(orders.Select(order => Task.Run(async () =>
        {
            try { await here.Given.Delivery(order, 1); }
            catch (BusinessException refusal) { refused.Add(refusal); }
        })));

        refused.Select(refusal => refusal.Code).ShouldBe(Enumerable.Repeat(Inventory.InventoryErrorCodes.NotOnHand, 3));
        var left = await here.Ask<IProductAppService, ProductDto>(products => products.GetAsync(press));
        (left.OnHand, left.Reserved, left.Available).ShouldBe((0, 3, -3));
        var numbers = (await here.Ask<IDeliveryAppService, DeliveryPage>(deliveries => deliveries.GetListAsync(new DeliveryListInput()))).Rows.Select(row => row.Number).Order(StringComparer.Ordinal);
        numbers.ShouldBe(Enumerable.Range(1, 5).Select(number => $"DLV-1405-0000{number}"), "a refusal leaves no gap");
    }

    [Theory, EveryDatabase]
    public async Task A_piece_goes_to_one_of_two_who_deliver_it_at_once(DatabaseProvider database, Contexts contexts)
    {
        using var here = Here.On(database, contexts);
        var (acme, press) = (await here.Given.Customer(), await here.Given.Goods(onHand: 5, serials: true, warrantyMonths: 12));
        var (one, other) = (await here.Given.OrderOf(acme, press, 1), await here.Given.OrderOf(acme, press, 1));

        var outcomes = await Task.WhenAll(new[] { one, other }.Select(order => Task.Run(() => here.Given.Delivery(order, 1, serials: "SN-7"))
            .ContinueWith(delivery => delivery.IsCompletedSuccessfully, TaskScheduler.Default)));

        outcomes.Count(went => went).ShouldBe(1);
        (await here.Ask<IDeliveryAppService, List<SerialRow>>(deliveries => deliveries.GetSerialsAsync("sn-7"))).ShouldHaveSingleItem().ReturnedOn.ShouldBeNull();
    }

    /// <summary>Two products in two warehouses.</summary>
    private sealed class Store(Here here, Guid customer, Guid[] products, Guid[] warehouses)
    {
        private readonly List<Guid> _orders = [], _deliveries = [];

        public ConcurrentDictionary<Kind, int> Done { get; } = [];

        public static async Task<Store> OpenAsync(Here here)
        {
            var products = new[] { await here.Given.Goods("P-1", onHand: 20), await here.Given.Goods("P-2", onHand: 20) };
            var second = await here.Ask<IWarehouseAppService, Guid>(warehouses => warehouses.CreateAsync(new WarehouseContentDto { Name = "Second" }));
            foreach (var product in products)
            {
                await here.Tell<IStockAppService>(stock => stock.AdjustAsync(new AdjustStockDto { ProductId = product, WarehouseId = second, Quantity = 6, Date = Given.Day }));
            }
            var main = (await here.Ask<IWarehouseAppService, List<WarehouseRow>>(warehouses => warehouses.GetListAsync())).Single(warehouse => warehouse.IsMain).Id;
            return new Store(here, await here.Given.Customer(), products, [main, second]);
        }

        /// <summary>Refusals in words, a second writer and something gone are answers too.</summary>
        public async Task TryAsync(Event happened)
        {
            try
            {
                if (await DoAsync(happened)) { Done.AddOrUpdate(happened.Kind, 1, (_, count) => count + 1); }
            }
            catch (Exception refusal) when (refusal is BusinessException or AbpDbConcurrencyException) { }
        }

        private async Task<bool> DoAsync(Event happened)
        {
            var (product, warehouse) = (products[happened.Which % 2], warehouses[happened.Which / 2 % 2]);
            var moved = new List<MovedLineDto> { new() { Ordinal = 1, Quantity = happened.Quantity } };
            switch (happened.Kind)
            {
                case Kind.Receive:
                    await here.Tell<IStockAppService>(stock => stock.AdjustAsync(new AdjustStockDto { ProductId = product, WarehouseId = warehouse, Quantity = happened.Quantity, Date = Given.Day }));
                    return true;
                case Kind.Move:
                    await here.Tell<IStockAppService>(stock => stock.TransferAsync(new TransferStockDto
                    {
                        ProductId = product, FromId = warehouse, ToId = warehouses.Single(other => other != warehouse), Quantity = happened.Quantity, Date = Given.Day
                    }));
                    return true;
                case Kind.Order:
                    Keep(_orders, await here.Given.OrderOf(customer, product, happened.Quantity));
                    return true;
                case Kind.Deliver when Any(_orders, happened.Which) is { } order:
                    Keep(_deliveries, await here.Ask<IDeliveryOrderAppService, Guid>(orders => orders.DeliverAsync(order, new DeliverDto { WarehouseId = warehouse, Date = Given.Day, Lines = moved })));
                    return true;
                case Kind.TakeBack when Any(_deliveries, happened.Which) is { } delivery:
                    await here.Ask<IDeliveryAppService, Guid>(deliveries => deliveries.TakeBackAsync(delivery, new TakeBackDto { WarehouseId = warehouse, Date = Given.Day, Lines = moved }));
                    return true;
                case Kind.Cancel when Any(_orders, happened.Which) is { } order:
                    await here.Tell<IOrderAppService>(orders => orders.CancelAsync(order));
                    return true;
                case Kind.Close when Any(_orders, happened.Which) is { } order:
                    await here.Tell<IDeliveryOrderAppService>(orders => orders.CloseAsync(order));
                    return true;
                default:
                    return false;
            }
        }

        private static void Keep(List<Guid> made, Guid id) { lock (made) { made.Add(id); } }

        private static Guid? Any(List<Guid> made, int which) { lock (made) { return made.Count == 0 ? null : made[which % made.Count]; } }

        private sealed record Counted(Guid OrderId, decimal Quantity, decimal Returned, DeliveryKind Kind);

        /// <summary>What does not hold of what stands in the database.</summary>
        public async Task<List<string>> FaultsAsync()
        {
            using var _ = SystemWork.Begin("a test looks at the tables");
            var levels = await Read<StockLevel, StockLevel>(all => all);
            var moves = await Read<StockMove, StockMove>(all => all);
            var lines = await Read<DeliveryOrderLine, DeliveryOrderLine>(all => all);
            var given = await Read<DeliveryNote, Counted>(all => all.SelectMany(note => note.Lines, (note, line) => new Counted(note.OrderId, line.Quantity, line.Returned, note.Kind)));
            var faults = new List<string>();
            foreach (var level in levels)
            {
                var sum = moves.Where(move => move.ProductId == level.ProductId && move.WarehouseId == level.WarehouseId).Sum(move => move.Quantity);
                var open = lines.Where(line => line.ProductId == level.ProductId && line.WarehouseId == level.WarehouseId).Sum(line => line.Open);
                if (level.OnHand != sum || level.OnHand < 0) { faults.Add($"on hand {level.OnHand}, moves {sum}"); }
                if (level.Reserved != open || level.Reserved < 0) { faults.Add($"reserved {level.Reserved}, open {open}"); }
                if (level.Available != level.OnHand - level.Reserved) { faults.Add($"available {level.Available}"); }
            }
            foreach (var line in lines)
            {
                var delivered = given.Where(one => one.OrderId == line.OrderId && one.Kind == DeliveryKind.Delivery).ToList();
                var back = given.Where(one => one.OrderId == line.OrderId && one.Kind == DeliveryKind.Return).Sum(one => one.Quantity);
                if (line.Delivered != delivered.Sum(one => one.Quantity) || line.Delivered + line.Open > line.Ordered) { faults.Add($"delivered {line.Delivered} of {line.Ordered}"); }
                if (delivered.Sum(one => one.Returned) != back || delivered.Exists(one => one.Returned > one.Quantity)) { faults.Add($"back {back}"); }
            }
            return faults;
        }

        private Task<List<TResult>> Read<T, TResult>(Func<IQueryable<T>, IQueryable<TResult>> read) where T : class, IEntity =>
            here.Work<IRepository<T>, List<TResult>>(async all => await read((await all.GetQueryableAsync()).AsNoTracking()).ToListAsync());
    }
}
