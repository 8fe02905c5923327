using Invoicing;
using Invoicing.CreditNotes;
using Invoicing.Documents;
using Invoicing.Invoices;
using Invoicing.Orders;
using Invoicing.Quotes;
using Kernel.Monetary;
using Shouldly;
using Volo.Abp;
using Xunit;

namespace Modules.Tests.Invoicing;

public class SalesDocumentTests
{
    private static readonly Guid Acme = Guid.NewGuid();
    private static readonly DateOnly Day = new(2026, 11, 22);

    private static LineContent Line(decimal quantity = 1, decimal price = 100, decimal discount = 0, decimal tax = 0, decimal? discountAmount = null) =>
        new(null, "Press", quantity, price, discount, tax, discountAmount);

    private static DocumentContent Content(string currency, params LineContent[] lines) => new(Acme, Day, null, currency, null, lines);

    private static Invoice Draft(params LineContent[] lines) => new(Guid.NewGuid(), Content("EUR", lines));

    private static Invoice Issued(decimal price = 100)
    {
        var invoice = Draft(Line(price: price));
        invoice.Issue("INV-1");
        return invoice;
    }

    private static Money Eur(decimal amount) => Money.Of(amount, "EUR");

    private static string CodeOf(Action act) => Should.Throw<BusinessException>(act).Code!;

    [Fact]
    public void Each_line_is_rounded_half_away_from_zero_and_the_total_adds_lines()
    {
        var invoice = Draft(Line(3, 0.335m), Line(1, 10, discount: 12.5m, tax: 9));
        invoice.Lines.Select(line => line.NetAmount).ShouldBe([101, 875]); // 1.005 is 1.01
        invoice.Tax.ShouldBe(Eur(0.79m)); // 0.7875
        invoice.Net.ShouldBe(Eur(9.76m));
        invoice.Discount.ShouldBe(Eur(1.25m));
        invoice.Total.ShouldBe(Eur(10.55m));
    }

    [Fact]
    public void A_price_of_three_decimals_is_kept_while_the_line_is_whole_pence()
    {
        var line = Draft(Line(1, 0.001m)).Lines[0];
        line.UnitPrice.ShouldBe(0.001m);
        line.NetAmount.ShouldBe(0);
    }

    [Fact]
    public void A_discount_may_be_an_amount()
    {
        Draft(Line(2, 50, discountAmount: 30)).Total.ShouldBe(Eur(70));
        CodeOf(() => Draft(Line(2, 50, discountAmount: 100.01m))).ShouldBe(InvoicingErrorCodes.DiscountOutOfRange);
    }

    [Fact]
    public void A_line_has_a_positive_quantity_a_price_and_percentages_that_exist()
    {
        CodeOf(() => Draft(Line(0))).ShouldBe(InvoicingErrorCodes.QuantityNotPositive);
        CodeOf(() => Draft(Line(-1))).ShouldBe(InvoicingErrorCodes.QuantityNotPositive);
        CodeOf(() => Draft(Line(price: -1))).ShouldBe(InvoicingErrorCodes.PriceNegative);
        CodeOf(() => Draft(Line(discount: 101))).ShouldBe(InvoicingErrorCodes.DiscountOutOfRange);
        CodeOf(() => Draft(Line(tax: 101))).ShouldBe(InvoicingErrorCodes.TaxPercentOutOfRange);
        CodeOf(() => Draft(Line(1_000_000_000, 1_000_000))).ShouldBe(InvoicingErrorCodes.AmountTooLarge);
    }

    [Fact]
    public void A_document_is_in_a_known_currency_and_due_on_its_day_or_later()
    {
        CodeOf(() => new Invoice(Guid.NewGuid(), Content("XXX", Line()))).ShouldBe(InvoicingErrorCodes.CurrencyUnknown);
        CodeOf(() => new Invoice(Guid.NewGuid(), Content("EUR", Line()) with { Due = Day.AddDays(-1) })).ShouldBe(InvoicingErrorCodes.DueBeforeDate);
    }

    [Fact]
    public void An_invoice_without_a_line_is_not_issued() =>
        CodeOf(() => Draft().Issue("INV-1")).ShouldBe(InvoicingErrorCodes.NoLines);

    [Fact]
    public void Issuing_says_so_once_and_ends_the_draft()
    {
        var invoice = Draft(Line(2, 50, tax: 10));
        invoice.Issue("INV-1");

        invoice.Open.ShouldBe(Eur(110));
        invoice.Due.ShouldBe(Day);
        var issued = invoice.GetLocalEvents().Select(record => record.EventData).OfType<InvoiceIssuedEvent>().ShouldHaveSingleItem();
        issued.ShouldBe(new InvoiceIssuedEvent(invoice.Id, Acme, "INV-1", Day, Day, Eur(100), Eur(0), Eur(10), Eur(110), IsCreditNote: false));
        CodeOf(() => invoice.Issue("INV-2")).ShouldBe(InvoicingErrorCodes.NotADraft);
        CodeOf(() => invoice.Rewrite(Content("EUR", Line()))).ShouldBe(InvoicingErrorCodes.NotADraft);
    }

    [Fact]
    public void A_draft_is_rewritten_in_place()
    {
        var invoice = Draft(Line(price: 10), Line(price: 20), Line(price: 30));
        var first = invoice.Lines[0];

        invoice.Rewrite(Content("IRR", Line(price: 5)));

        invoice.Lines.ShouldHaveSingleItem().ShouldBeSameAs(first);
        invoice.Total.ShouldBe(new Money(5, "IRR"));
        invoice.Settled.Currency.ShouldBe("IRR");
    }

    [Fact]
    public void Payments_settle_an_invoice_but_never_more_than_is_open()
    {
        var invoice = Issued();
        invoice.Settle(Eur(60));
        invoice.Open.ShouldBe(Eur(40));

        CodeOf(() => invoice.Settle(Eur(40.01m))).ShouldBe(InvoicingErrorCodes.SettlementExceedsOpen);
        CodeOf(() => invoice.Settle(Eur(0))).ShouldBe(InvoicingErrorCodes.SettlementNotPositive);
        CodeOf(() => invoice.Settle(new Money(1, "IRR"))).ShouldBe(InvoicingErrorCodes.OtherCurrency);
        CodeOf(() => Draft(Line()).Settle(Eur(1))).ShouldBe(InvoicingErrorCodes.InvoiceNotIssued);

        invoice.Release(Eur(60));
        invoice.Open.ShouldBe(Eur(100));
        CodeOf(() => invoice.Release(Eur(1))).ShouldBe(InvoicingErrorCodes.ReleaseExceedsSettled);
    }

    [Fact]
    public void Credit_notes_lower_what_is_open_and_never_exceed_the_invoice()
    {
        var invoice = Issued();
        var first = invoice.ToCreditNote(Guid.NewGuid(), Day);
        first.Rewrite(Content("IRR", Line(price: 70)));
        first.Issue("CRN-1", invoice);
        (first.Currency, invoice.Credited, invoice.Open).ShouldBe(("EUR", Eur(70), Eur(30)));

        var second = invoice.ToCreditNote(Guid.NewGuid(), Day); // all lines again
        CodeOf(() => second.Issue("CRN-2", invoice)).ShouldBe(InvoicingErrorCodes.CreditExceedsInvoice);
        CodeOf(() => Draft(Line()).ToCreditNote(Guid.NewGuid(), Day)).ShouldBe(InvoicingErrorCodes.InvoiceNotIssued);
        Should.Throw<ArgumentException>(() => invoice.ToCreditNote(Guid.NewGuid(), Day).Issue("CRN-3", invoice: null));
    }

    [Fact]
    public void A_credit_note_from_another_system_needs_no_invoice()
    {
        var creditNote = new CreditNote(Guid.NewGuid(), Content("GBP", Line()));
        creditNote.Issue("C536379", invoice: null);
        creditNote.State.ShouldBe(DocumentState.Issued);
        creditNote.OpenAmount.ShouldBe(0);
    }

    [Fact]
    public void A_quote_becomes_an_order_becomes_an_invoice_with_the_same_lines()
    {
        var quote = new Quote(Guid.NewGuid(), Content("EUR", Line(2, 10, discountAmount: 3)) with { Due = Day.AddDays(7) });
        CodeOf(() => quote.Accept(Day)).ShouldBe(InvoicingErrorCodes.WrongState);
        quote.Send("QUO-1");
        quote.Accept(Day.AddDays(7));
        var order = quote.ToOrder(Guid.NewGuid(), Day.AddDays(8));
        CodeOf(() => quote.ToOrder(Guid.NewGuid(), Day)).ShouldBe(InvoicingErrorCodes.WrongState);
        order.Confirm("ORD-1");
        var invoice = order.ToInvoice(Guid.NewGuid(), Day.AddDays(9), due: null);

        (order.SourceId, invoice.SourceId, invoice.Date, invoice.Total).ShouldBe((quote.Id, order.Id, Day.AddDays(9), Eur(17)));
        CodeOf(order.Cancel).ShouldBe(InvoicingErrorCodes.OrderPartlyInvoiced);
        order.ReleaseInvoice(invoice);
        order.Cancel();
        order.State.ShouldBe(DocumentState.Cancelled);
    }

    [Fact]
    public void A_quote_is_not_accepted_after_its_last_day()
    {
        var quote = new Quote(Guid.NewGuid(), Content("EUR", Line()) with { Due = Day });
        quote.Send("QUO-1");
        CodeOf(() => quote.Accept(Day.AddDays(1))).ShouldBe(InvoicingErrorCodes.QuoteExpired);
        quote.Decline();
        quote.State.ShouldBe(DocumentState.Declined);
    }

    [Theory]
    [InlineData(100, 1, DocumentStatus.Unpaid)]
    [InlineData(40, 1, DocumentStatus.PartlyPaid)]
    [InlineData(40, -1, DocumentStatus.Overdue)]
    [InlineData(0, -1, DocumentStatus.Paid)]
    [InlineData(-10, -1, DocumentStatus.Paid)]
    public void An_invoice_is_paid_partly_paid_or_overdue_by_what_is_open_today(long open, int daysLeft, DocumentStatus expected) =>
        DocumentStatuses.Of(DocumentKind.Invoice, DocumentState.Issued, Day.AddDays(daysLeft), 100, open, Day).ShouldBe(expected);

    [Fact]
    public void A_sent_quote_past_its_last_day_shows_as_expired() =>
        DocumentStatuses.Of(DocumentKind.Quote, DocumentState.Sent, Day.AddDays(-1), 1, 0, Day).ShouldBe(DocumentStatus.Expired);
}
