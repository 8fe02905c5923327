using Invoicing;
using Invoicing.Documents;
using Invoicing.Orders;
using Shouldly;
using Volo.Abp;
using Xunit;

namespace Modules.Tests.Invoicing;

public class PartialInvoicingTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    private static Order Confirmed()
    {
        var order = new Order(Guid.NewGuid(), new DocumentContent(Guid.NewGuid(), Day, null, "IRR", null,
            [new LineContent(null, "Press", 10, 100, TaxPercent: 10), new LineContent(null, "Wheel", 3, 10, DiscountAmount: 6)]));
        order.Confirm("ORD-1");
        return order;
    }

    private static string CodeOf(Action act) => Should.Throw<BusinessException>(act).Code!;

    [Fact]
    public void Parts_are_invoiced_until_nothing_is_left_and_never_more_than_was_ordered()
    {
        var order = Confirmed();
        order.UninvoicedAmount.ShouldBe(1_124);

        var first = order.ToInvoice(Guid.NewGuid(), Day, null, new Dictionary<int, decimal> { [1] = 4, [2] = 1 });
        (first.Total.Amount, order.State, order.UninvoicedAmount).ShouldBe((448, DocumentState.PartlyInvoiced, 676)); // 4 presses and tax, a wheel with a third of its discount
        CodeOf(() => order.ToInvoice(Guid.NewGuid(), Day, null, new Dictionary<int, decimal> { [1] = 6.0001m })).ShouldBe(InvoicingErrorCodes.MoreThanOrdered);
        CodeOf(() => order.ToInvoice(Guid.NewGuid(), Day, null, new Dictionary<int, decimal> { [1] = -1 })).ShouldBe(InvoicingErrorCodes.QuantityNotPositive);
        CodeOf(() => order.ToInvoice(Guid.NewGuid(), Day, null, new Dictionary<int, decimal>())).ShouldBe(InvoicingErrorCodes.NothingToInvoice);

        var rest = order.ToInvoice(Guid.NewGuid(), Day, null);
        (rest.Total.Amount, order.State, order.UninvoicedAmount).ShouldBe((676, DocumentState.Invoiced, 0));
        CodeOf(() => order.ToInvoice(Guid.NewGuid(), Day, null)).ShouldBe(InvoicingErrorCodes.OrderNotInvoiceable);
    }

    [Fact]
    public void A_draft_that_is_written_again_or_thrown_away_gives_back_what_it_took()
    {
        var order = Confirmed();
        var draft = order.ToInvoice(Guid.NewGuid(), Day, null);
        var less = new DocumentContent(order.PartyId, Day, null, "IRR", null,
            [new LineContent(null, "Press", 2, 100, SourceOrdinal: 1), new LineContent(null, "Freight", 1, 50)]);
        order.RewriteInvoice(draft, less);
        draft.Rewrite(less);
        order.Lines.Select(line => line.Left).ShouldBe([8, 3]);
        CodeOf(() => order.RewriteInvoice(draft, less with { Lines = [new LineContent(null, "Press", 11, 100, SourceOrdinal: 1)] })).ShouldBe(InvoicingErrorCodes.MoreThanOrdered);
    }

    [Fact]
    public void An_order_is_cancelled_before_anything_is_invoiced_and_closed_afterwards()
    {
        var order = Confirmed();
        CodeOf(order.Close).ShouldBe(InvoicingErrorCodes.WrongState);
        var invoice = order.ToInvoice(Guid.NewGuid(), Day, null, new Dictionary<int, decimal> { [1] = 1 });
        CodeOf(order.Cancel).ShouldBe(InvoicingErrorCodes.OrderPartlyInvoiced);

        order.Close();
        order.ReleaseInvoice(invoice);

        (order.State, order.UninvoicedAmount).ShouldBe((DocumentState.Closed, 0));
        CodeOf(() => order.ToInvoice(Guid.NewGuid(), Day, null)).ShouldBe(InvoicingErrorCodes.OrderNotInvoiceable);
    }

    [Fact]
    public void What_a_closed_orders_customer_has_stays_on_an_invoice()
    {
        var order = Confirmed();
        var invoice = order.ToInvoice(Guid.NewGuid(), Day, null, new Dictionary<int, decimal> { [1] = 4 });
        order.NoteDelivery(new Dictionary<int, decimal> { [1] = 4 });
        order.Close();

        CodeOf(() => order.ReleaseInvoice(invoice)).ShouldBe(InvoicingErrorCodes.ClosedOrderDelivered);
    }

    [Fact]
    public void Customer_and_currency_of_an_orders_invoice_stay_the_orders()
    {
        var order = Confirmed();
        var draft = order.ToInvoice(Guid.NewGuid(), Day, null);
        draft.Rewrite(new DocumentContent(Guid.NewGuid(), Day, null, "EUR", null, [new LineContent(null, "Press", 1, 5)]));
        (draft.PartyId, draft.Currency).ShouldBe((order.PartyId, "IRR"));
    }
}
