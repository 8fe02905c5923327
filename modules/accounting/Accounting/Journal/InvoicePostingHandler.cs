using Accounting.Accounts;
using Accounting.Rates;
using Invoicing.Invoices;
using Kernel.Monetary;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EventBus;

namespace Accounting.Journal;

/// <summary>Posts an invoice or credit note in the unit of work that issues it: without the entry it is not issued.</summary>
public class InvoicePostingHandler(Ledger ledger, ExchangeDifferences differences) : ILocalEventHandler<InvoiceIssuedEvent>, ITransientDependency
{
    public async Task HandleEventAsync(InvoiceIssuedEvent issued)
    {
        var accounts = await ledger.GetAccountsAsync();
        var postings = PostingsOf(issued, key => accounts[key]);
        if (issued is { SourceId: { } invoiceId, SourceOpen: { } open } && !issued.Total.IsZero && await ledger.IsForeignAsync(issued.Total.Currency))
        {
            postings = await differences.MeasureByInvoiceAsync(invoiceId, open, postings);
        }
        if (postings.Count > 0) // what is given away for nothing moves no account
        {
            await ledger.PostAsync(
                issued.Date, issued.IsCreditNote ? JournalSource.CreditNote : JournalSource.Invoice, issued.DocumentId, issued.Number, postings);
        }
    }

    /// <summary>Discounts and returns have their own accounts, so that sales stand at list price.</summary>
    public static IReadOnlyList<Posting> PostingsOf(InvoiceIssuedEvent issued, Func<string, Guid> accountOf)
    {
        var gross = issued.Net + issued.Discount;
        (string Key, Money Amount, bool IsDebit)[] sides =
        [
            (AccountKeys.Receivables, issued.Total, true),
            (AccountKeys.Discounts, issued.Discount, true),
            (issued.IsCreditNote ? AccountKeys.SalesReturns : AccountKeys.Sales, gross, false),
            (AccountKeys.VatPayable, issued.Tax, false),
        ];
        return [.. sides.Where(side => !side.Amount.IsZero).Select(side => ToPosting(side.Key, side.Amount, side.IsDebit != issued.IsCreditNote))];

        Posting ToPosting(string key, Money amount, bool isDebit)
        {
            Guid? partyId = key == AccountKeys.Receivables ? issued.PartyId : null;
            return isDebit ? Posting.ToDebit(accountOf(key), amount, partyId) : Posting.ToCredit(accountOf(key), amount, partyId);
        }
    }
}
