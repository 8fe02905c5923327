using Accounting.Accounts;
using Accounting.Journal;
using Accounting.Receipts;
using Accounting.Refunds;
using Invoicing.Documents;
using Kernel.Monetary;
using Kernel.Rights;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;
using Volo.Abp.Linq;

namespace Accounting.Rates;

/// <summary>
/// What is gained or lost because an invoice is paid at another rate than it was posted at. Of what an invoice, or a receipt, is
/// worth in the base currency each payment takes the share that it takes of what is open: so what is paid whole, in whatever
/// parts and order, leaves nothing over.
/// </summary>
public class ExchangeDifferences(
    Ledger ledger, IReadOnlyRepository<JournalEntry, Guid> entries, IReadOnlyRepository<JournalLine> lines, IReadOnlyRepository<SalesDocumentView, Guid> documents,
    IReadOnlyRepository<Receipt, Guid> receipts, IReadOnlyRepository<ReceiptAllocation> allocations,
    IReadOnlyRepository<Refund, Guid> refunds, IReadOnlyRepository<RefundPart> refundParts, IAsyncQueryableExecuter executer)
    : DomainService
{
    /// <summary>For a receipt that was posted before.</summary>
    /// <inheritdoc cref="PostAsync(Receipt, JournalEntry, IReadOnlyList{MadeAllocation}, DateOnly)"/>
    public async Task PostAsync(Receipt receipt, IReadOnlyList<MadeAllocation> made, DateOnly date)
    {
        if (made.Count > 0 && await ledger.IsForeignAsync(receipt.Amount.Currency))
        {
            await PostAsync(receipt, await ledger.GetAsync(receipt.EntryId), made, date);
        }
    }

    /// <summary>Posts the difference of what was just allocated, if there is one.</summary>
    /// <param name="posted">The receipt's entry.</param>
    public async Task PostAsync(Receipt receipt, JournalEntry posted, IReadOnlyList<MadeAllocation> made, DateOnly date)
    {
        if (made.Count == 0 || !await ledger.IsForeignAsync(receipt.Amount.Currency))
        {
            return;
        }
        var gain = Measure(receipt, posted.Base, made, await GetWorthsAsync([.. made.Select(one => one.Allocation.InvoiceId).Distinct()]));
        if (!gain.IsZero)
        {
            var accounts = await ledger.GetAccountsAsync();
            await ledger.PostAsync(date, JournalSource.ExchangeDifference, receipt.Id, receipt.Number,
            [
                Posting.ToWorth(accounts[AccountKeys.Receivables], receipt.Amount.Currency, gain, receipt.PartyId),
                Posting.ToWorth(accounts[AccountKeys.ExchangeDifferences], receipt.Amount.Currency, -gain),
            ]);
        }
    }

    /// <summary>Takes the differences of a receipt back, with it.</summary>
    public async Task UndoAsync(Receipt receipt, DateOnly date)
    {
        if (!await ledger.IsForeignAsync(receipt.Amount.Currency))
        {
            return;
        }
        var posted = await executer.ToListAsync((await entries.GetQueryableAsync())
            .Where(entry => entry.SourceId == receipt.Id && entry.Source == JournalSource.ExchangeDifference && entry.ReversedById == null)
            .OrderBy(entry => entry.Number)
            .Select(entry => entry.Id));
        foreach (var entryId in posted)
        {
            await ledger.ReverseAsync(entryId, date);
        }
    }

    /// <summary>Measures a credit note by the rate of the invoice that it corrects: what was never sold brings neither gain nor loss.</summary>
    /// <param name="open">What of the invoice was open before.</param>
    public async Task<IReadOnlyList<Posting>> MeasureByInvoiceAsync(Guid invoiceId, Money open, IReadOnlyList<Posting> postings)
    {
        var invoice = (await GetWorthsAsync([invoiceId]))[invoiceId];
        return postings.Select(posting => posting.PartyId is null ? posting : posting with { Base = -invoice.CreditOf(-posting.Amount, open) })
            .ToList().MeasuredBy(invoice.Rate);
    }

    /// <summary>What a part of a credit takes of it in the base currency, where more of an invoice was credited and paid than it says.</summary>
    /// <param name="open">What of the invoice was open before, below zero.</param>
    public async Task<Money> MeasureCreditAsync(Guid invoiceId, Money open, Money amount) => await ledger.IsForeignAsync(amount.Currency)
        ? (await GetWorthsAsync([invoiceId]))[invoiceId].PaidBackOf(amount, open)
        : amount;

    /// <summary>Writes into the allocations what they take of both sides.</summary>
    /// <param name="received">What the receipt was posted at.</param>
    /// <param name="made">The newest of the receipt's allocations.</param>
    /// <param name="invoices">Those that they pay; what is left of them is lowered.</param>
    /// <returns>What was gained, in the base currency; negative for a loss.</returns>
    public static Money Measure(Receipt receipt, Money received, IReadOnlyList<MadeAllocation> made, IDictionary<Guid, InvoiceWorth> invoices)
    {
        var (gain, before) = (Money.Zero(received.Currency), receipt.Allocations.SkipLast(made.Count).ToList());
        var left = receipt.LeftOf(received, before);
        var unallocated = receipt.Amount with { Amount = receipt.Amount.Amount - receipt.PaidBackAmount } - before.Sum(receipt.Amount.Currency, one => one.Amount);
        foreach (var (allocation, open) in made)
        {
            var invoice = invoices[allocation.InvoiceId];
            var (ofReceipt, ofInvoice) = (left.ShareOf(allocation.Amount, unallocated), invoice.Left.ShareOf(allocation.Amount, open));
            allocation.Measure(ofReceipt, ofInvoice);
            invoices[allocation.InvoiceId] = invoice with { Left = invoice.Left - ofInvoice };
            (left, unallocated, gain) = (left - ofReceipt, unallocated - allocation.Amount, gain + ofReceipt - ofInvoice);
        }
        return gain;
    }

    /// <summary>Read after the invoices were settled or credited: then whoever changes them at the same time fails by their stamp.</summary>
    private async Task<Dictionary<Guid, InvoiceWorth>> GetWorthsAsync(IReadOnlyCollection<Guid> invoiceIds)
    {
        using var whole = SystemWork.Begin("what an invoice is worth does not depend on who pays it");
        var receivables = (await ledger.GetAccountsAsync())[AccountKeys.Receivables];
        var posted = await executer.ToListAsync(
            from document in await documents.GetQueryableAsync()
            where invoiceIds.Contains(document.Id) || (document.Kind == DocumentKind.CreditNote && document.SourceId != null && invoiceIds.Contains(document.SourceId.Value))
            join entry in await entries.GetQueryableAsync() on document.Id equals entry.SourceId
            where entry.Source == JournalSource.Invoice || entry.Source == JournalSource.CreditNote
            join line in await lines.GetQueryableAsync() on entry.Id equals line.EntryId
            where line.AccountId == receivables
            select new { InvoiceId = document.Kind == DocumentKind.CreditNote ? document.SourceId!.Value : document.Id, entry.Source, line.EntryId, line.Ordinal, line.Debit, line.Base });
        var taken = (await executer.ToListAsync(
            from allocation in await allocations.GetQueryableAsync()
            where invoiceIds.Contains(allocation.InvoiceId)
            join receipt in await receipts.GetQueryableAsync() on allocation.ReceiptId equals receipt.Id
            where receipt.State == ReceiptState.Posted
            group allocation by allocation.InvoiceId into paid
            select new { paid.Key, Worth = paid.Sum(one => one.OfInvoice ?? 0), Unmeasured = paid.Sum(one => one.OfInvoice == null ? one.Amount.Amount : 0) })).ToDictionary(row => row.Key);

        var paidBack = await executer.ToListAsync(
            from part in await refundParts.GetQueryableAsync()
            where part.InvoiceId != null && invoiceIds.Contains(part.InvoiceId.Value)
            join refund in await refunds.GetQueryableAsync() on part.RefundId equals refund.Id
            where refund.State == RefundState.Posted
            group part by part.InvoiceId!.Value into refunded
            select new { refunded.Key, Worth = refunded.Sum(part => part.Worth) });

        var worths = new Dictionary<Guid, InvoiceWorth>();
        foreach (var row in posted.OrderBy(row => row.Source))
        {
            var worth = string.IsNullOrWhiteSpace(row.Base.Currency) ? (await ledger.GetAsync(row.EntryId)).Lines.Single(line => line.Ordinal == row.Ordinal).Base : row.Base;
            worths[row.InvoiceId] = row.Source == JournalSource.Invoice
                ? new InvoiceWorth(row.Debit, worth, worth)
                : worths[row.InvoiceId] with { Left = worths[row.InvoiceId].Left + worth };
        }
        foreach (var (invoiceId, paid) in taken)
        {
            var invoice = worths[invoiceId];
            var before = invoice.Posted.ShareOf(invoice.Total with { Amount = paid.Unmeasured }, invoice.Total); // older than the base currency
            worths[invoiceId] = invoice with { Left = invoice.Left - (before with { Amount = before.Amount + paid.Worth }) };
        }
        foreach (var row in paidBack)
        {
            var invoice = worths[row.Key];
            worths[row.Key] = invoice with { Left = invoice.Left with { Amount = invoice.Left.Amount + row.Worth } };
        }
        return worths;
    }
}

/// <param name="Open">What of the invoice was open before.</param>
public record MadeAllocation(ReceiptAllocation Allocation, Money Open);

/// <summary>What an invoice is worth in the base currency.</summary>
/// <param name="Posted">When it was issued.</param>
/// <param name="Left">Of that, without what was credited and paid; what was paid back is in it again.</param>
public record InvoiceWorth(Money Total, Money Posted, Money Left)
{
    public Conversion Rate => new(Total.Currency, Posted.Currency, Posted.ToDecimal() / Total.ToDecimal());

    /// <summary>What a part of the credit on it takes of that.</summary>
    /// <param name="open">What is open, below zero.</param>
    public Money PaidBackOf(Money amount, Money open) => (-Left).ShareOf(amount, -open);

    /// <summary>What is credited beyond what is open is worth what it was sold at.</summary>
    public Money CreditOf(Money credited, Money open)
    {
        var ofOpen = Money.Min(credited, Money.Max(open, Money.Zero(open.Currency)));
        return (ofOpen.IsZero ? Money.Zero(Left.Currency) : Left.ShareOf(ofOpen, open)) + Posted.ShareOf(credited - ofOpen, Total);
    }
}

internal static class Shares
{
    /// <summary>The share of a worth that a part has in a whole, rounded half away from zero; all of it is exact.</summary>
    public static Money ShareOf(this Money worth, Money part, Money whole) =>
        worth with { Amount = (long)Math.Round(worth.Amount * ((decimal)part.Amount / whole.Amount), MidpointRounding.AwayFromZero) };
}
