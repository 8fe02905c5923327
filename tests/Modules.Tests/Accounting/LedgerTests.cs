using Accounting;
using Accounting.Accounts;
using Accounting.Journal;
using Accounting.Receipts;
using Invoicing.Invoices;
using Kernel.Monetary;
using Shouldly;
using Volo.Abp;
using Xunit;

namespace Modules.Tests.Accounting;

public class LedgerTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);
    private static readonly Guid Acme = Guid.NewGuid();
    private static readonly Dictionary<string, Guid> Accounts = new[]
    {
        AccountKeys.Receivables, AccountKeys.Sales, AccountKeys.SalesReturns, AccountKeys.Discounts, AccountKeys.VatPayable,
    }.ToDictionary(key => key, _ => Guid.NewGuid());

    private static Money Eur(decimal amount) => Money.Of(amount, "EUR");

    private static string CodeOf(Action act) => Should.Throw<BusinessException>(act).Code!;

    private static JournalEntry Post(params Posting[] postings) =>
        JournalEntry.Post(Guid.NewGuid(), 1, Day, JournalSource.Invoice, Guid.NewGuid(), "INV-1", postings);

    private static InvoiceIssuedEvent Issued(bool isCreditNote, decimal discount = 5) => new(
        Guid.NewGuid(), Acme, "INV-1", Day, Day, Eur(95), Eur(discount), Eur(9.5m), Eur(104.5m), isCreditNote);

    private static IReadOnlyList<Posting> PostingsOf(InvoiceIssuedEvent issued) => InvoicePostingHandler.PostingsOf(issued, key => Accounts[key]);

    [Fact]
    public void An_entry_balances_or_is_not_posted()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        Post(Posting.ToDebit(one, Eur(10)), Posting.ToCredit(other, Eur(10))).Amount.ShouldBe(Eur(10));
        CodeOf(() => Post(Posting.ToDebit(one, Eur(10)), Posting.ToCredit(other, Eur(9.99m)))).ShouldBe(AccountingErrorCodes.EntryNotBalanced);
        CodeOf(() => Post(Posting.ToDebit(one, Eur(10)))).ShouldBe(AccountingErrorCodes.EntryTooShort);
        CodeOf(() => Post(Posting.ToDebit(one, Eur(0)), Posting.ToCredit(other, Eur(0)))).ShouldBe(AccountingErrorCodes.LineNotOneSided);
        CodeOf(() => Post(Posting.ToDebit(one, Eur(-1)), Posting.ToCredit(other, Eur(-1)))).ShouldBe(AccountingErrorCodes.LineNotOneSided);
        CodeOf(() => Post(new Posting(one, Eur(1), Eur(1), null), Posting.ToDebit(other, Eur(1)))).ShouldBe(AccountingErrorCodes.LineNotOneSided);
        Should.Throw<BusinessException>(() => Post(Posting.ToDebit(one, Eur(10)), Posting.ToCredit(other, new Money(1000, "USD"))));
    }

    [Fact]
    public void A_reversal_exchanges_the_sides_and_happens_once()
    {
        var entry = Post(Posting.ToDebit(Accounts[AccountKeys.Receivables], Eur(10), Acme), Posting.ToCredit(Accounts[AccountKeys.Sales], Eur(10)));
        var reversal = entry.Reverse(Guid.NewGuid(), 2, Day);

        (reversal.Source, reversal.SourceId, entry.ReversedById).ShouldBe((JournalSource.Reversal, entry.Id, reversal.Id));
        reversal.Lines[0].ShouldSatisfyAllConditions(
            line => line.PartyId.ShouldBe(Acme), line => line.Credit.ShouldBe(Eur(10)), line => line.Debit.ShouldBe(Eur(0)));
        CodeOf(() => entry.Reverse(Guid.NewGuid(), 3, Day)).ShouldBe(AccountingErrorCodes.EntryAlreadyReversed);
    }

    [Fact]
    public void An_invoice_is_owed_sold_at_list_price_discounted_and_taxed() => PostingsOf(Issued(isCreditNote: false)).ShouldBe(
    [
        Posting.ToDebit(Accounts[AccountKeys.Receivables], Eur(104.5m), Acme),
        Posting.ToDebit(Accounts[AccountKeys.Discounts], Eur(5)),
        Posting.ToCredit(Accounts[AccountKeys.Sales], Eur(100)),
        Posting.ToCredit(Accounts[AccountKeys.VatPayable], Eur(9.5m)),
    ]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_an_invoice_and_a_credit_note_post_balances(bool isCreditNote)
    {
        var entry = Post([.. PostingsOf(Issued(isCreditNote))]);
        var receivable = entry.Lines.Single(line => line.AccountId == Accounts[AccountKeys.Receivables]);
        (isCreditNote ? receivable.Credit : receivable.Debit).ShouldBe(Eur(104.5m));
        entry.Lines.Any(line => line.AccountId == Accounts[AccountKeys.SalesReturns]).ShouldBe(isCreditNote);
    }

    [Fact]
    public void What_is_given_away_posts_nothing() => PostingsOf(
        new InvoiceIssuedEvent(Guid.NewGuid(), Acme, "INV-1", Day, Day, Eur(0), Eur(0), Eur(0), Eur(0), false)).ShouldBeEmpty();
}

public class ReceiptTests
{
    private static readonly Guid Invoice = Guid.NewGuid();

    private static Money Eur(decimal amount) => Money.Of(amount, "EUR");

    private static string CodeOf(Action act) => Should.Throw<BusinessException>(act).Code!;

    private static Receipt Of(decimal amount) => new(
        Guid.NewGuid(), "RCP-1", Guid.NewGuid(), new DateOnly(2026, 11, 22), ReceiptMethod.Card, Eur(amount), Guid.NewGuid(), note: null);

    [Fact]
    public void What_is_not_allocated_stays_credit()
    {
        var receipt = Of(100);
        receipt.Allocate(Invoice, "INV-1", Eur(60));
        receipt.Unallocated.ShouldBe(Eur(40));
        receipt.Allocations.ShouldHaveSingleItem().InvoiceNumber.ShouldBe("INV-1");
    }

    [Fact]
    public void No_more_is_allocated_than_came_and_only_in_its_currency()
    {
        var receipt = Of(100);
        receipt.Allocate(Invoice, "INV-1", Eur(60));
        CodeOf(() => receipt.Allocate(Invoice, "INV-1", Eur(40.01m))).ShouldBe(AccountingErrorCodes.AllocationExceedsReceipt);
        CodeOf(() => receipt.Allocate(Invoice, "INV-1", Eur(-1))).ShouldBe(AccountingErrorCodes.AmountNotPositive);
        CodeOf(() => receipt.Allocate(Invoice, "INV-1", new Money(1, "IRR"))).ShouldBe(AccountingErrorCodes.AllocationOtherCurrency);
        CodeOf(() => Of(0)).ShouldBe(AccountingErrorCodes.AmountNotPositive);
    }

    [Fact]
    public void A_reversed_receipt_is_no_credit_and_takes_no_allocation()
    {
        var receipt = Of(100);
        receipt.Reverse();
        receipt.Unallocated.ShouldBe(Eur(0));
        CodeOf(() => receipt.Allocate(Invoice, "INV-1", Eur(1))).ShouldBe(AccountingErrorCodes.ReceiptReversed);
        CodeOf(receipt.Reverse).ShouldBe(AccountingErrorCodes.ReceiptReversed);
    }
}
