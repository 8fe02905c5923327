using Invoicing;
using Invoicing.Documents;
using Invoicing.Invoices;
using Invoicing.Orders;
using Shouldly;
using Volo.Abp;
using Xunit;

namespace Modules.Tests.Invoicing;

public class DocumentDiscountTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    private static DocumentContent Content(decimal discount) => new(Guid.NewGuid(), Day, null, "IRR", null,
        [new LineContent(null, "Press", 1, 1_000, DiscountPercent: 10, TaxPercent: 10), new LineContent(null, "Wheel", 3, 33)], discount);

    [Fact]
    public void A_discount_on_the_whole_is_taken_off_each_line_after_its_own_and_before_tax()
    {
        var invoice = new Invoice(Guid.NewGuid(), Content(5));
        invoice.Lines.Select(line => (line.DiscountAmount, line.SharedDiscount, line.NetAmount, line.TaxAmount)).ShouldBe([(100, 45, 855, 86), (0, 5, 94, 0)]);
        (invoice.Discount.Amount, invoice.Net.Amount, invoice.Total.Amount).ShouldBe((150, 949, 1_035));
        Should.Throw<BusinessException>(() => new Invoice(Guid.NewGuid(), Content(101))).Code.ShouldBe(InvoicingErrorCodes.DocumentDiscountOutOfRange);
    }

    [Fact]
    public void It_goes_along_from_order_to_invoice_to_credit_note()
    {
        var order = new Order(Guid.NewGuid(), Content(5));
        order.Confirm("ORD-1");
        var invoice = order.ToInvoice(Guid.NewGuid(), Day, null);
        invoice.Total.ShouldBe(order.Total);
        invoice.Issue("INV-1");
        invoice.ToCreditNote(Guid.NewGuid(), Day).Total.ShouldBe(order.Total);
    }
}
