using Invoicing.Invoices;
using Kernel.Rights;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;

namespace Accounting.Receipts;

/// <summary>Takes a receipt back: its invoices are open again. The journal is the caller's, who knows why.</summary>
public class ReceiptManager(IRepository<Receipt, Guid> receipts, IInvoiceSettlement invoices) : DomainService
{
    public async Task<Receipt> UndoAsync(Guid receiptId)
    {
        using var whole = SystemWork.Begin("a payment is taken back whole, whoever sees it");
        var receipt = await receipts.GetAsync(receiptId);
        receipt.Reverse();
        foreach (var allocation in receipt.Allocations)
        {
            await invoices.ReleaseAsync(allocation.InvoiceId, allocation.Amount);
        }
        return receipt;
    }
}
