using FsCheck;
using FsCheck.Fluent;
using Inventory;
using Inventory.Deliveries;
using Inventory.Stock;
using Volo.Abp;
using Xunit;

namespace Modules.Tests.Inventory;

/// <summary>Whatever happens in whatever order, and whatever is refused on the way.</summary>
public class StockPropertyTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);
    private static readonly Guid Product = Guid.NewGuid(), Store = Guid.NewGuid();
    private static readonly Dictionary<Guid, GoodsKind> Kinds = new() { [Product] = new GoodsKind("kg", TracksSerials: false, WarrantyMonths: null) };

    public enum Kind { Receive, Order, Deliver, TakeBack, Cancel, Close, Cut }

    /// <param name="Which">Of the orders or deliveries there are.</param>
    /// <param name="Tenths">Of the product's unit.</param>
    public record Event(Kind Kind, int Which, int Tenths);

    private static readonly Gen<Event[]> Histories =
        (from kind in Gen.Elements(Enum.GetValues<Kind>())
         from which in Gen.Choose(0, 7)
         from tenths in Gen.Choose(1, 80)
         select new Event(kind, which, tenths)).ArrayOf();

    [Fact]
    public void Available_is_on_hand_less_reserved_and_both_are_what_moves_and_orders_say() =>
        Prop.ForAll(Histories.ToArbitrary(), history =>
        {
            var store = new Warehouse();
            foreach (var happened in history) { store.Try(happened); }
            return store.Holds();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(60));

    /// <summary>One product in one warehouse, its moves and orders, put together as the stock keeper does.</summary>
    private sealed class Warehouse
    {
        private readonly StockLevel _level = new(Product, Store, tenantId: null);
        private readonly List<decimal> _moves = [];
        private readonly List<DeliveryOrder> _orders = [];
        private readonly List<DeliveryNote> _deliveries = [];

        public void Try(Event happened)
        {
            try { Do(happened, happened.Tenths / 10m); }
            catch (BusinessException) { /* refused in words; what it left is looked at in the end */ }
        }

        private void Do(Event happened, decimal quantity)
        {
            var order = _orders.Count == 0 ? null : _orders[happened.Which % _orders.Count];
            switch (happened.Kind)
            {
                case Kind.Receive: Move(quantity); break;
                case Kind.Order: Take(quantity); break;
                case Kind.Deliver when order is not null: Deliver(order, quantity); break;
                case Kind.TakeBack when _deliveries.Count > 0: TakeBack(_deliveries[happened.Which % _deliveries.Count], quantity); break;
                case Kind.Cancel when order is not null: End(order, () => order.Cancel(IsOut(order))); break;
                case Kind.Close when order is not null: End(order, order.Close); break;
                case Kind.Cut when order is not null: End(order, () => order.CutTo(new Dictionary<int, decimal> { [1] = quantity })); break;
            }
        }

        private void Move(decimal quantity)
        {
            _level.Move(quantity);
            _moves.Add(quantity);
        }

        private void Take(decimal quantity)
        {
            _orders.Add(new DeliveryOrder(
                new OrderToDeliver(Guid.NewGuid(), "ORD", "/", Guid.NewGuid(), Day, null, []), [new LineToDeliver(1, Product, "Bolts", quantity)], Store, tenantId: null));
            _level.Reserve(quantity);
        }

        private void Deliver(DeliveryOrder order, decimal quantity)
        {
            if (quantity > _level.OnHand) { return; } // the unit of work would take the order back too
            _deliveries.Add(order.Deliver(Guid.NewGuid(), "DLV", Of(quantity), Kinds));
            _level.Free(quantity);
            _level.Issue(quantity, "Bolts");
            _moves.Add(-quantity);
        }

        private void TakeBack(DeliveryNote delivery, decimal quantity)
        {
            delivery.TakeBack(Guid.NewGuid(), "RTN", Of(quantity));
            Move(quantity);
        }

        private void End(DeliveryOrder order, Action end)
        {
            var open = order.Lines[0].Open;
            end();
            _level.Free(open - order.Lines[0].Open);
        }

        private bool IsOut(DeliveryOrder order) => _deliveries.Exists(delivery => delivery.OrderId == order.Id && delivery.Lines[0].Returned < delivery.Lines[0].Quantity);

        private static GoodsMovement Of(decimal quantity) => new(Day, Store, null, [new MovedLine(1, quantity, [])]);

        public bool Holds() =>
            _level.Available == _level.OnHand - _level.Reserved
            && _level.OnHand == _moves.Sum() && _level.OnHand >= 0
            && _level.Reserved == _orders.Sum(order => order.Lines[0].Open) && _level.Reserved >= 0
            && _orders.TrueForAll(order => order.Lines[0] is var line && line.Delivered + line.Open <= line.Ordered
                && line.Delivered == _deliveries.Where(delivery => delivery.OrderId == order.Id).Sum(delivery => delivery.Lines[0].Quantity))
            && _deliveries.TrueForAll(delivery => delivery.Lines[0] is var line && line.Returned >= 0 && line.Returned <= line.Quantity);
    }
}
