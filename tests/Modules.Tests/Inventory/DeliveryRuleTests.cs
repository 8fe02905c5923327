using Inventory;
using Inventory.Deliveries;
using Inventory.Stock;
using Shouldly;
using Volo.Abp;
using Volo.Abp.Data;
using Xunit;

namespace Modules.Tests.Inventory;

public class DeliveryRuleTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);
    private static readonly Guid Press = Guid.NewGuid(), Bolt = Guid.NewGuid(), Store = Guid.NewGuid();

    private static readonly Dictionary<Guid, GoodsKind> Kinds = new()
    {
        [Press] = new GoodsKind("pc", TracksSerials: true, WarrantyMonths: 12), [Bolt] = new GoodsKind("kg", TracksSerials: false, WarrantyMonths: null)
    };

    /// <summary>Three presses and 10.5 kg of bolts.</summary>
    private static DeliveryOrder Order() => new(
        new OrderToDeliver(Guid.NewGuid(), "ORD-1405-00001", "/orders/1", Guid.NewGuid(), Day, Due: null, []),
        [new LineToDeliver(1, Press, "Press", 3), new LineToDeliver(2, Bolt, "Bolts", 10.5m)], Store, tenantId: null);

    private static GoodsMovement Of(params MovedLine[] lines) => new(Day, Store, null, lines);

    private static MovedLine Presses(params string[] serials) => new(1, serials.Length, serials);

    private static MovedLine Bolts(decimal quantity) => new(2, quantity, []);

    private static DeliveryNote Deliver(DeliveryOrder order, params MovedLine[] lines) => order.Deliver(Guid.NewGuid(), "DLV-1405-00001", Of(lines), Kinds);

    private static DeliveryNote TakeBack(DeliveryNote delivery, params MovedLine[] lines) => delivery.TakeBack(Guid.NewGuid(), "RTN-1405-00001", Of(lines));

    private static void Refuses(string code, Action act) => Should.Throw<BusinessException>(act).Code.ShouldBe(code);

    [Fact]
    public void An_order_is_delivered_in_parts_and_never_more_than_was_ordered()
    {
        var order = Order();

        Deliver(order, Bolts(4), Presses("A1"));
        order.Lines.Select(line => (line.Delivered, line.Open)).ShouldBe([(1m, 2m), (4m, 6.5m)]);
        Refuses(InventoryErrorCodes.DeliversTooMuch, () => Deliver(order, Bolts(6.5001m)));
        order.State.ShouldBe(DeliveryOrderState.Open);

        Deliver(order, Bolts(6.5m));
        Deliver(order, Presses("A2", "A3"));
        order.State.ShouldBe(DeliveryOrderState.Delivered);
        Refuses(InventoryErrorCodes.OrderNotOpen, () => Deliver(order, Bolts(1)));
    }

    [Fact]
    public void Nothing_is_no_delivery_and_less_than_nothing_neither()
    {
        Refuses(InventoryErrorCodes.NothingToDeliver, () => Deliver(Order()));
        Refuses(InventoryErrorCodes.QuantityNotPositive, () => Deliver(Order(), Bolts(-1)));
        Refuses(InventoryErrorCodes.DeliveryBeforeOrder, () => Order().Deliver(Guid.NewGuid(), "DLV-1405-00001", Of(Bolts(1)) with { Date = Day.AddDays(-1) }, Kinds));
    }

    [Fact]
    public void A_return_takes_back_no_more_than_is_with_the_customer()
    {
        var delivery = Deliver(Order(), Bolts(5));

        TakeBack(delivery, new MovedLine(1, 2, []));
        delivery.Lines[0].Returned.ShouldBe(2);
        Refuses(InventoryErrorCodes.ReturnsTooMuch, () => TakeBack(delivery, new MovedLine(1, 3.5m, [])));
        var rest = TakeBack(delivery, new MovedLine(1, 3, []));
        Refuses(InventoryErrorCodes.NotADelivery, () => TakeBack(rest, new MovedLine(1, 1, [])));
    }

    [Fact]
    public void Each_piece_with_a_serial_number_gets_one_of_its_own_and_its_warranty()
    {
        Refuses(InventoryErrorCodes.SerialsMiscounted, () => Deliver(Order(), new MovedLine(1, 2, ["A1"])));
        Refuses(InventoryErrorCodes.SerialTwice, () => Deliver(Order(), Presses("ab-1", "AB-۱")));
        Refuses(InventoryErrorCodes.SerialsMiscounted, () => Deliver(Order(), new MovedLine(2, 1, ["B1"])));

        var delivery = Deliver(Order(), Presses(" A1 ", "A2"));
        delivery.Lines[0].Serials.Select(serial => serial.Serial).ShouldBe(["A1", "A2"]);
        delivery.Lines[0].Serials[0].WarrantyUntil.ShouldBe(new DateOnly(2027, 11, 22), "1 Azar 1405 and a year of the Jalali calendar");
    }

    [Fact]
    public void A_piece_that_comes_back_is_one_that_was_delivered_and_is_still_out()
    {
        var delivery = Deliver(Order(), Presses("A1", "A2"));

        TakeBack(delivery, new MovedLine(1, 1, ["a1"])).Lines[0].Serials[0].ReturnedOn.ShouldBe(Day);
        delivery.Lines[0].Serials.Select(serial => serial.ReturnedOn).ShouldBe([Day, null]);
        Refuses(InventoryErrorCodes.SerialNotDelivered, () => TakeBack(delivery, new MovedLine(1, 1, ["A1"])));
        Refuses(InventoryErrorCodes.SerialNotDelivered, () => TakeBack(delivery, new MovedLine(1, 1, ["A3"])));
    }

    [Fact]
    public void The_rest_of_an_order_can_be_given_up_but_what_is_with_the_customer_is_not_cancelled()
    {
        var (closed, cancelled, delivered) = (Order(), Order(), Order());
        Deliver(closed, Bolts(1));
        closed.Close();
        (closed.State, closed.Lines.Sum(line => line.Open)).ShouldBe((DeliveryOrderState.Closed, 0));

        cancelled.Cancel(isOut: false);
        cancelled.State.ShouldBe(DeliveryOrderState.Cancelled);
        Refuses(InventoryErrorCodes.OrderDelivered, () => delivered.Cancel(isOut: true));
    }

    [Fact]
    public void A_level_gives_out_what_is_there_and_promises_what_is_available()
    {
        var level = new StockLevel(Press, Store, tenantId: null);
        level.Move(5);
        level.Reserve(4);

        level.Available.ShouldBe(1);
        Refuses(InventoryErrorCodes.NotAvailable, () => level.EnsureAvailable(2, "Press"));
        Refuses(InventoryErrorCodes.NotOnHand, () => level.Issue(6, "Press"));
        level.Free(4);
        level.Issue(4, "Press");
        (level.OnHand, level.Reserved, level.Available).ShouldBe((1, 0, 1));
        Should.Throw<AbpDbConcurrencyException>(() => level.Free(0.1m));
    }
}
