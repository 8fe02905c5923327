using Accounting.Cheques;
using Accounting.Journal;
using Accounting.Rates;
using Invoicing.Invoices;
using Kernel.Monetary;
using Kernel.Rights;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;

namespace Accounting.Receipts;

public class ReceiptManager(IRepository<Receipt, Guid> receipts, IInvoiceSettlement invoices, ExchangeDifferences differences, Ledger ledger) : DomainService
{
    /// <summary>
    /// Takes a receipt back: its invoices are open again, and what was gained by its rate is no gain. Its own entry is the
    /// caller's, who knows why.
    /// </summary>
    public async Task<Receipt> UndoAsync(Guid receiptId, DateOnly date)
    {
        using var whole = SystemWork.Begin("a payment is taken back whole, whoever sees it");
        var receipt = await receipts.GetAsync(receiptId);
        receipt.Reverse();
        foreach (var allocation in receipt.Allocations)
        {
            await invoices.ReleaseAsync(allocation.InvoiceId, allocation.Amount);
        }
        await differences.UndoAsync(receipt, date);
        return receipt;
    }

    /// <summary>What a cheque of a foreign currency was taken at in the base currency; null when that is its own.</summary>
    public async Task<Money?> GetWorthAsync(Cheque cheque)
    {
        if (!await ledger.IsForeignAsync(cheque.Amount.Currency))
        {
            return null;
        }
        using var whole = SystemWork.Begin("a cheque is worth what it was taken at, whoever moves it");
        return (await ledger.GetAsync((await receipts.GetAsync(cheque.ReceiptId, includeDetails: false)).EntryId)).Base;
    }
}
