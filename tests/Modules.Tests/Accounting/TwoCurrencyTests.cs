using Accounting;
using Accounting.Accounts;
using Accounting.Journal;
using Accounting.Rates;
using Accounting.Receipts;
using Accounting.Refunds;
using FsCheck;
using FsCheck.Fluent;
using Invoicing.CreditNotes;
using Invoicing.Documents;
using Invoicing.Invoices;
using Kernel.Monetary;
using Shouldly;
using Volo.Abp;
using Xunit;

namespace Modules.Tests.Accounting;

/// <summary>What holds in the document's currency and in the base currency, whatever happens in whatever order.</summary>
public class TwoCurrencyTests
{
    private static readonly Conversion Euro = new("EUR", "IRR", 61_234.567m);

    private static Money Eur(decimal amount) => Money.Of(amount, "EUR");
    private static Money Rials(long amount) => new(amount, "IRR");

    [Fact]
    public void Each_line_rounds_for_itself_and_the_largest_that_is_nobodys_takes_the_rest()
    {
        var (receivables, sales, tax) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var measured = new[]
        {
            Posting.ToDebit(receivables, Eur(0.03m), Guid.NewGuid()), Posting.ToCredit(sales, Eur(0.02m)), Posting.ToCredit(tax, Eur(0.01m)),
        }.MeasuredBy(new Conversion("EUR", "IRR", 50));

        measured.Select(posting => posting.Base).ShouldBe([Rials(2), Rials(-1), Rials(-1)]); // 1.5, -1, -0.5
        new[] { Posting.ToDebit(receivables, Eur(0.03m), Guid.NewGuid()), Posting.ToCredit(sales, Eur(0.01m)), Posting.ToCredit(tax, Eur(0.01m)), Posting.ToCredit(tax, Eur(0.01m)) }
            .MeasuredBy(new Conversion("EUR", "IRR", 50)).Select(posting => posting.Base).ShouldBe([Rials(2), Rials(0), Rials(-1), Rials(-1)]);
    }

    [Fact]
    public void An_entry_balances_in_the_base_currency_too()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        var entry = Post(Posting.ToDebit(one, Eur(10), worth: Rials(500)), Posting.ToCredit(other, Eur(10), worth: Rials(500)));
        (entry.Amount, entry.Base).ShouldBe((Eur(10), Rials(500)));
        Should.Throw<BusinessException>(() => Post(Posting.ToDebit(one, Eur(10), worth: Rials(500)), Posting.ToCredit(other, Eur(10), worth: Rials(499)))).Code
            .ShouldBe(AccountingErrorCodes.EntryNotBalanced);
        Post(Posting.ToWorth(one, "EUR", Rials(7)), Posting.ToWorth(other, "EUR", Rials(-7))).Amount.ShouldBe(Eur(0));
        Should.Throw<BusinessException>(() => Post(Posting.ToWorth(one, "EUR", Rials(0)), Posting.ToWorth(other, "EUR", Rials(0)))).Code.ShouldBe(AccountingErrorCodes.LineNotOneSided);
    }

    [Fact]
    public void An_entry_that_is_older_than_the_base_currency_is_measured_once_and_then_reversed_as_it_stands()
    {
        var entry = Post(Posting.ToDebit(Guid.NewGuid(), Eur(10), Guid.NewGuid()), Posting.ToCredit(Guid.NewGuid(), Eur(10)));
        entry.Measure(Euro);
        entry.Base.ShouldBe(Rials(612_346));
        entry.Reverse(Guid.NewGuid(), 2, entry.Date).Base.ShouldBe(Rials(612_346));
    }

    /// <summary>Any order of selling, paying, paying in advance, crediting, paying back and taking back, at ever other rates, in two currencies.</summary>
    [Fact]
    public void Entries_balance_and_sums_by_customer_equal_the_ledger_in_both_currencies_in_every_order_of_events() => Prop.ForAll(
        Gen.ListOf(Gen.Choose(0, 999_999)).ToArbitrary(), acts =>
    {
        var books = new Books();
        foreach (var act in acts)
        {
            books.Do(act);
            books.ShouldHold();
        }
        books.PayAll();
        books.PayAllBack();
        books.ShouldHold();
        books.ShouldLeaveNothing();
    }).QuickCheckThrowOnFailure();

    private static JournalEntry Post(params Posting[] postings) =>
        JournalEntry.Post(Guid.NewGuid(), 1, new DateOnly(2026, 11, 22), JournalSource.Invoice, Guid.NewGuid(), "INV-1", postings);

    /// <summary>One customer's books in memory, by the aggregates that keep the real ones.</summary>
    private sealed class Books
    {
        private static readonly DateOnly Day = new(2026, 11, 22);
        private static readonly Guid Acme = Guid.NewGuid();
        private readonly Dictionary<string, Guid> _accounts = new();
        private readonly List<JournalEntry> _entries = [];
        private readonly List<(Invoice Invoice, JournalEntry Entry)> _invoices = [];
        private readonly List<(Guid InvoiceId, Money Worth)> _credited = [];
        private readonly List<(Receipt Receipt, JournalEntry Entry, List<JournalEntry> Gains)> _receipts = [];
        private readonly List<(Refund Refund, JournalEntry Entry)> _refunds = [];
        private decimal _rate = 50_000;

        public void Do(int act)
        {
            var (kind, currency, amount) = (act % 10, act / 6 % 2 == 0 ? "EUR" : "IRR", act / 12 % 700 + 1);
            _rate = 40_000 + act % 37_001 + act % 89 / 100m;
            try
            {
                switch (kind)
                {
                    case 0: Sell(new Money(amount, currency)); break;
                    case 1: Receive(new Money(amount, currency)); break;
                    case 2 or 3: Pay(act, amount); break;
                    case 4 or 5: Credit(act, amount); break;
                    case 6 when _receipts.Count > 0: PayBackOfReceipt(_receipts[act % _receipts.Count], act % 4 == 0 ? null : amount); break;
                    case 7 when _invoices.Count > 0: PayBackOfInvoice(_invoices[act % _invoices.Count].Invoice, act % 4 == 0 ? null : amount); break;
                    case 8 when _refunds.Count > 0: TakeRefundBack(_refunds[act % _refunds.Count]); break;
                    default: TakeBack(act); break;
                }
            }
            catch (BusinessException)
            {
                // refused: the sums must hold all the same
            }
        }

        public void PayAllBack()
        {
            _rate = 44_444.44m;
            foreach (var (invoice, _) in _invoices.Where(one => one.Invoice.OpenAmount < 0))
            {
                PayBackOfInvoice(invoice, null);
                WorthOf(invoice).Left.Amount.ShouldBe(0);
            }
            foreach (var receipt in _receipts.Where(one => one.Receipt.Unallocated.IsPositive))
            {
                PayBackOfReceipt(receipt, null);
            }
        }

        public void PayAll()
        {
            _rate = 77_777.77m;
            foreach (var (invoice, _) in _invoices.Where(one => one.Invoice.OpenAmount > 0))
            {
                Allocate(Receive(invoice.Open), invoice, invoice.Open);
            }
        }

        public void ShouldHold()
        {
            foreach (var entry in _entries)
            {
                entry.Lines.Sum(line => line.Debit.Amount - line.Credit.Amount).ShouldBe(0);
                entry.Lines.Sum(line => line.Base.Amount).ShouldBe(0);
            }
            foreach (var currency in (string[])["EUR", "IRR"])
            {
                var posted = _entries.SelectMany(entry => entry.Lines).Where(line => line.PartyId == Acme && line.Debit.Currency == currency).ToList();
                var (open, unspent) = (_invoices.Where(one => one.Invoice.Currency == currency).ToList(), _receipts.Where(one => one.Receipt.Amount.Currency == currency && one.Receipt.State == ReceiptState.Posted).ToList());
                posted.Sum(line => line.Debit.Amount - line.Credit.Amount).ShouldBe(open.Sum(one => one.Invoice.OpenAmount) - unspent.Sum(one => one.Receipt.Unallocated.Amount));
                posted.Sum(line => line.Base.Amount).ShouldBe(open.Sum(one => WorthOf(one.Invoice).Left.Amount) - unspent.Sum(one => one.Entry.Base.Amount - one.Receipt.Allocations.Sum(OfReceipt) - one.Receipt.PaidBackWorth));
                unspent.ShouldAllBe(one => one.Receipt.Unallocated.Amount >= 0 && one.Receipt.PaidBackAmount >= 0);
                open.ShouldAllBe(one => one.Invoice.Settled + one.Invoice.Credited + one.Invoice.Open - new Money(one.Invoice.PaidBackAmount, currency) == one.Invoice.Total);
            }
        }

        /// <summary>Of what is paid and of what is spent nothing is left in the base currency either.</summary>
        public void ShouldLeaveNothing()
        {
            foreach (var (invoice, _) in _invoices.Where(one => one.Invoice.OpenAmount == 0 && one.Invoice.Credited + one.Invoice.Settled <= one.Invoice.Total))
            {
                // A rial for each credit at most, where more was credited than was open and a payment was then taken back.
                Math.Abs(WorthOf(invoice).Left.Amount).ShouldBeLessThanOrEqualTo(_credited.Count(one => one.InvoiceId == invoice.Id));
            }
            foreach (var (receipt, entry, _) in _receipts.Where(one => one.Receipt.Unallocated.IsZero && one.Receipt.State == ReceiptState.Posted))
            {
                (receipt.Allocations.Sum(OfReceipt) + receipt.PaidBackWorth).ShouldBe(entry.Base.Amount);
            }
        }

        private void Sell(Money total)
        {
            var invoice = new Invoice(Guid.NewGuid(), new DocumentContent(Acme, Day, null, total.Currency, null, [new LineContent(null, "Press", 1, total.ToDecimal(), TaxPercent: 10)]));
            invoice.Issue("INV-1");
            _invoices.Add((invoice, Post(JournalSource.Invoice, invoice.Id, PostingsOf(invoice).MeasuredBy(RateOf(invoice.Currency)))));
        }

        private (Receipt, JournalEntry, List<JournalEntry>) Receive(Money amount)
        {
            var receipt = new Receipt(Guid.NewGuid(), "RCP-1", Acme, Day, ReceiptMethod.Transfer, amount, AccountOf(AccountKeys.Bank), null);
            var entry = Post(JournalSource.Receipt, receipt.Id, new[] { Posting.ToDebit(receipt.AccountId, amount), Posting.ToCredit(AccountOf(AccountKeys.Receivables), amount, Acme) }.MeasuredBy(RateOf(amount.Currency)));
            _receipts.Add((receipt, entry, []));
            return _receipts[^1];
        }

        private void Pay(int act, int amount)
        {
            if (_receipts.Count > 0 && _invoices.Count > 0)
            {
                var (receipt, (invoice, _)) = (_receipts[act % _receipts.Count], _invoices[act / 7 % _invoices.Count]);
                var most = Math.Min(receipt.Receipt.Unallocated.Amount, invoice.OpenAmount);
                Allocate(receipt, invoice, new Money(act % 3 == 0 ? most : Math.Min(most, amount), invoice.Currency));
            }
        }

        private void Allocate((Receipt Receipt, JournalEntry Entry, List<JournalEntry> Gains) paid, Invoice invoice, Money amount)
        {
            var (open, worth) = (invoice.Open, WorthOf(invoice));
            var made = new MadeAllocation(paid.Receipt.Allocate(invoice.Id, "INV-1", amount), open);
            invoice.Settle(amount);
            var gain = ExchangeDifferences.Measure(paid.Receipt, paid.Entry.Base, [made], new Dictionary<Guid, InvoiceWorth> { [invoice.Id] = worth });
            if (invoice.Currency == "IRR")
            {
                gain.ShouldBe(Rials(0));
            }
            else if (!gain.IsZero)
            {
                paid.Gains.Add(Post(JournalSource.ExchangeDifference, paid.Receipt.Id,
                    [Posting.ToWorth(AccountOf(AccountKeys.Receivables), invoice.Currency, gain, Acme), Posting.ToWorth(AccountOf(AccountKeys.ExchangeDifferences), invoice.Currency, -gain)]));
            }
        }

        private void Credit(int act, int amount)
        {
            if (_invoices.Count == 0)
            {
                return;
            }
            var (invoice, _) = _invoices[act % _invoices.Count];
            var note = invoice.ToCreditNote(Guid.NewGuid(), Day);
            note.Rewrite(new DocumentContent(Acme, Day, null, invoice.Currency, null, [new LineContent(null, "Press", 1, new Money(amount, invoice.Currency).ToDecimal())]));
            var (open, worth) = (invoice.Open, WorthOf(invoice));
            note.Issue("CRN-1", invoice);
            var credited = worth.CreditOf(note.Total, open);
            Post(JournalSource.CreditNote, note.Id, [.. PostingsOf(note).Select(posting => posting.PartyId is null ? posting : posting with { Base = -credited }).ToList().MeasuredBy(worth.Rate)]);
            _credited.Add((invoice.Id, credited));
        }

        /// <param name="most">Null for all that is left.</param>
        private void PayBackOfReceipt((Receipt Receipt, JournalEntry Entry, List<JournalEntry> Gains) paid, int? most)
        {
            var (refund, left) = (NewRefund(paid.Receipt.Amount.Currency), paid.Receipt.Unallocated);
            refund.PayBack(paid.Receipt, left with { Amount = most ?? left.Amount }, paid.Entry.Base);
            Post(refund);
        }

        private void PayBackOfInvoice(Invoice invoice, int? most)
        {
            var (refund, open, worth) = (NewRefund(invoice.Currency), invoice.Open, WorthOf(invoice));
            var amount = open with { Amount = most ?? -open.Amount };
            invoice.PayBack(amount);
            refund.PayBack(invoice.Id, "INV-1", invoice.Date, amount, worth.PaidBackOf(amount, open));
            Post(refund);
        }

        private void TakeRefundBack((Refund Refund, JournalEntry Entry) paid)
        {
            paid.Refund.Reverse();
            foreach (var part in paid.Refund.Parts)
            {
                if (part.ReceiptId is { } receiptId)
                {
                    _receipts.Single(one => one.Receipt.Id == receiptId).Receipt.UndoPayBack(part.Amount, part.Worth);
                }
                else
                {
                    _invoices.Single(one => one.Invoice.Id == part.InvoiceId).Invoice.UndoPayBack(part.Amount);
                }
            }
            _entries.Add(paid.Entry.Reverse(Guid.NewGuid(), 1, Day));
        }

        private Refund NewRefund(string currency) => new(Guid.NewGuid(), "RFD-1", Acme, Day, RefundMethod.Cash, currency, AccountOf(AccountKeys.Cash), null, null);

        private void Post(Refund refund) => _refunds.Add((refund, Post(
            JournalSource.Refund, refund.Id, refund.ToPostings(RateOf(refund.Amount.Currency).Of(refund.Amount), AccountOf(AccountKeys.Receivables), AccountOf(AccountKeys.ExchangeDifferences)))));

        private void TakeBack(int act)
        {
            if (_receipts.Count == 0)
            {
                return;
            }
            var (receipt, entry, gains) = _receipts[act % _receipts.Count];
            receipt.Reverse();
            foreach (var allocation in receipt.Allocations)
            {
                _invoices.Single(one => one.Invoice.Id == allocation.InvoiceId).Invoice.Release(allocation.Amount);
            }
            foreach (var posted in gains.Append(entry))
            {
                _entries.Add(posted.Reverse(Guid.NewGuid(), 1, Day));
            }
        }

        private InvoiceWorth WorthOf(Invoice invoice)
        {
            var posted = _invoices.Single(one => one.Invoice == invoice).Entry.Lines.Single(line => line.PartyId is not null).Base;
            var paid = _receipts.Where(one => one.Receipt.State == ReceiptState.Posted).SelectMany(one => one.Receipt.Allocations).Where(one => one.InvoiceId == invoice.Id).Sum(one => one.OfInvoice ?? 0);
            return new InvoiceWorth(invoice.Total, posted, posted - _credited.Where(one => one.InvoiceId == invoice.Id).Sum("IRR", one => one.Worth) - Rials(paid) + Rials(PaidBackOf(invoice)));
        }

        private long PaidBackOf(Invoice invoice) =>
            _refunds.Where(one => one.Refund.State == RefundState.Posted).SelectMany(one => one.Refund.Parts).Where(part => part.InvoiceId == invoice.Id).Sum(part => part.Worth);

        private static long OfReceipt(ReceiptAllocation allocation) => allocation.OfReceipt ?? 0;

        private IReadOnlyList<Posting> PostingsOf(SalesDocument document) => InvoicePostingHandler.PostingsOf(
            document.GetLocalEvents().Select(raised => raised.EventData).OfType<InvoiceIssuedEvent>().Single(), AccountOf);

        private JournalEntry Post(JournalSource source, Guid sourceId, IReadOnlyList<Posting> postings)
        {
            _entries.Add(JournalEntry.Post(Guid.NewGuid(), _entries.Count + 1, Day, source, sourceId, "R", postings));
            return _entries[^1];
        }

        private Guid AccountOf(string key)
        {
            _accounts.TryAdd(key, Guid.NewGuid());
            return _accounts[key];
        }

        private Conversion RateOf(string currency) => new(currency, "IRR", currency == "IRR" ? 1 : _rate);
    }
}
