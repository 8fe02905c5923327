using Accounting.Accounts;
using Accounting.Journal;
using Accounting.Rates;
using Accounting.Receipts;
using FsCheck;
using FsCheck.Fluent;
using Invoicing.Documents;
using Invoicing.Invoices;
using Invoicing.Orders;
using Kernel.Monetary;
using Shouldly;
using Volo.Abp;
using Xunit;

namespace Modules.Tests.Invoicing;

/// <summary>What holds for any documents and any order of acts, tried with hundreds of invented ones. A failure prints the smallest case.</summary>
public class InvariantTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);
    private static readonly Guid Acme = Guid.NewGuid();

    /// <summary>Lines as people write them: odd quantities and prices, discounts by percent or amount, taxes of any rate.</summary>
    private static readonly Gen<LineContent> Lines =
        from quantity in Gen.Choose(1, 50_000)
        from price in Gen.Choose(0, 9_999_999)
        from discount in Gen.Choose(0, 10_000)
        from tax in Gen.Choose(0, 10_000)
        select new LineContent(null, "Press", quantity / 1000m, price / 100m, discount / 100m, tax / 100m);

    private static readonly Gen<DocumentContent> Contents =
        from lines in Gen.NonEmptyListOf(Lines)
        from currency in Gen.Elements("IRR", "EUR", "KWD")
        select new DocumentContent(Acme, Day, null, currency, null, [.. lines.Take(40)]);

    [Fact]
    public void A_total_is_the_sum_of_its_lines_and_whatever_is_posted_balances() => Prop.ForAll(Contents.ToArbitrary(), Gen.Choose(1, 900_000_000).ToArbitrary(), (content, rate) =>
    {
        var invoice = new Invoice(Guid.NewGuid(), content);
        invoice.Issue("INV-1");
        invoice.Total.Amount.ShouldBe(invoice.Lines.Sum(line => line.NetAmount + line.TaxAmount));
        var postings = InvoicePostingHandler.PostingsOf(invoice.GetLocalEvents().Select(record => record.EventData).OfType<InvoiceIssuedEvent>().Single(), _ => Guid.NewGuid());
        postings.Sum(posting => posting.Debit.Amount).ShouldBe(postings.Sum(posting => posting.Credit.Amount));
        if (postings.Count > 0)
        {
            var measured = postings.MeasuredBy(new Conversion(invoice.Currency, "IRR", invoice.Currency == "IRR" ? 1 : rate / 1000m));
            var entry = JournalEntry.Post(Guid.NewGuid(), 1, Day, JournalSource.Invoice, invoice.Id, "INV-1", measured);
            entry.Lines.Sum(line => line.Base.Amount).ShouldBe(0);
            var reversal = entry.Reverse(Guid.NewGuid(), 2, Day);
            entry.Lines.Concat(reversal.Lines).Sum(line => line.Debit.Amount - line.Credit.Amount).ShouldBe(0);
            reversal.Lines.Select(line => -line.Base).ShouldBe(entry.Lines.Select(line => line.Base));
        }
    }).QuickCheckThrowOnFailure();

    /// <summary>Any order of paying, taking back and crediting: an act that is refused changes nothing.</summary>
    [Fact]
    public void Allocated_never_exceeds_what_is_owed_or_what_was_paid() => Prop.ForAll(
        Gen.ListOf(Gen.Choose(-700, 900)).ToArbitrary(), Gen.Choose(1, 1_000).ToArbitrary(), (acts, total) =>
    {
        var invoice = new Invoice(Guid.NewGuid(), new DocumentContent(Acme, Day, null, "IRR", null, [new LineContent(null, "Press", 1, total)]));
        invoice.Issue("INV-1");
        var receipt = new Receipt(Guid.NewGuid(), "RCP-1", Acme, Day, ReceiptMethod.Transfer, new Money(600, "IRR"), Guid.NewGuid(), null);
        foreach (var act in acts)
        {
            var before = (invoice.Settled, invoice.OpenAmount, receipt.AllocatedAmount);
            try
            {
                if (act < 0)
                {
                    invoice.Release(new Money(-act, "IRR"));
                    continue;
                }
                receipt.Allocate(invoice.Id, "INV-1", new Money(act, "IRR"));
                before.AllocatedAmount = receipt.AllocatedAmount;
                invoice.Settle(new Money(act, "IRR"));
            }
            catch (BusinessException)
            {
                (invoice.Settled, invoice.OpenAmount, receipt.AllocatedAmount).ShouldBe(before);
            }
            invoice.Settled.Amount.ShouldBeInRange(0, invoice.Total.Amount);
            (invoice.Settled.Amount + invoice.OpenAmount).ShouldBe(invoice.Total.Amount);
            receipt.AllocatedAmount.ShouldBeInRange(0, 600);
        }
    }).QuickCheckThrowOnFailure();

    /// <summary>Any order of invoicing parts, writing drafts again and throwing them away.</summary>
    [Fact]
    public void An_orders_invoices_never_hold_more_than_was_ordered_and_what_is_left_is_the_rest() => Prop.ForAll(
        Gen.ListOf(Gen.Choose(-5, 12)).ToArbitrary(), acts =>
    {
        var order = new Order(Guid.NewGuid(), new DocumentContent(Acme, Day, null, "IRR", null, [new LineContent(null, "Press", 10, 100, TaxPercent: 9), new LineContent(null, "Wheel", 2.5m, 40)]));
        order.Confirm("ORD-1");
        var drafts = new List<Invoice>();
        foreach (var act in acts)
        {
            try
            {
                if (act > 0)
                {
                    drafts.Add(order.ToInvoice(Guid.NewGuid(), Day, null, new Dictionary<int, decimal> { [act % 2 + 1] = act / 2m }));
                }
                else if (drafts.Count > 0)
                {
                    var draft = drafts[-act % drafts.Count];
                    order.ReleaseInvoice(draft);
                    drafts.Remove(draft);
                }
            }
            catch (BusinessException)
            {
                // refused: the sums below must hold all the same
            }
            foreach (var line in order.Lines)
            {
                var invoiced = drafts.SelectMany(draft => draft.Lines).Where(part => part.SourceOrdinal == line.Ordinal).Sum(part => part.Quantity);
                line.InvoicedQuantity.ShouldBe(invoiced);
                line.Left.ShouldBeInRange(0, line.Quantity);
            }
            order.State.ShouldBe(order.Lines.All(line => line.Left == 0) ? DocumentState.Invoiced
                : drafts.Count > 0 ? DocumentState.PartlyInvoiced : DocumentState.Confirmed);
        }
    }).QuickCheckThrowOnFailure();

    /// <summary>Any order of invoicing, throwing drafts away, delivering and taking back: what is not invoiced is either delivered or not.</summary>
    [Fact]
    public void What_is_delivered_and_what_is_not_make_up_what_is_not_invoiced() => Prop.ForAll(
        Gen.ListOf(Gen.Choose(-9, 9)).ToArbitrary(), acts =>
    {
        var order = new Order(Guid.NewGuid(), new DocumentContent(Acme, Day, null, "IRR", null, [new LineContent(null, "Press", 3, 33.33m, TaxPercent: 9), new LineContent(null, "Wheel", 7, 10)]));
        order.Confirm("ORD-1");
        var drafts = new Stack<Invoice>();
        var delivered = new Dictionary<int, decimal> { [1] = 0, [2] = 0 };
        foreach (var act in acts)
        {
            var (line, quantity) = (Math.Abs(act) % 2 + 1, Math.Abs(act) / 2 / 2m);
            try
            {
                switch (act)
                {
                    case > 4: drafts.Push(order.ToInvoice(Guid.NewGuid(), Day, null, new Dictionary<int, decimal> { [line] = quantity })); break;
                    case < -4 when drafts.Count > 0: order.ReleaseInvoice(drafts.Pop()); break;
                    case > 0 and <= 4 when delivered[line] + quantity <= order.Lines[line - 1].Quantity: Move(line, quantity); break;
                    case < 0 and >= -4 when delivered[line] >= quantity: Move(line, -quantity); break;
                }
            }
            catch (BusinessException)
            {
                // refused: the sums below must hold all the same
            }
            order.Lines.ShouldAllBe(one => one.DeliveredQuantity == delivered[one.Ordinal]);
            order.DeliveredAmount.ShouldBeInRange(0, order.UninvoicedAmount);
            if (order.Lines.All(one => one.DeliveredQuantity <= one.InvoicedQuantity)) { order.DeliveredAmount.ShouldBe(0); }
            if (order.Lines.All(one => one.DeliveredQuantity == one.Quantity)) { order.DeliveredAmount.ShouldBe(order.UninvoicedAmount); }
        }

        void Move(int line, decimal quantity)
        {
            order.NoteDelivery(new Dictionary<int, decimal> { [line] = quantity });
            delivered[line] += quantity;
        }
    }).QuickCheckThrowOnFailure();
}
