using Accounting.Accounts;
using Accounting.Cheques;
using Accounting.Journal;
using Accounting.Rates;
using Accounting.Receipts;
using Invoicing.Invoices;
using Kernel.Monetary;
using Kernel.Rights;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;

namespace Accounting.Refunds;

/// <summary>
/// Takes a refund from receipts and invoices, in their unit of work. Of two that take the same credit at once the second fails by
/// the stamp of the receipt or invoice.
/// </summary>
public class RefundManager(
    IRepository<Receipt, Guid> receipts, IReadOnlyRepository<Cheque, Guid> cheques, IInvoiceSettlement invoices, ExchangeDifferences differences, Ledger ledger)
    : DomainService
{
    /// <exception cref="BusinessException">The receipt is not the party's, has not so much left, or its cheque is not paid yet.</exception>
    public async Task PayBackReceiptAsync(Refund refund, Guid receiptId, Money amount)
    {
        var receipt = await receipts.GetAsync(receiptId);
        if (receipt.PartyId != refund.PartyId)
        {
            throw new BusinessException(AccountingErrorCodes.RefundOtherParty);
        }
        if (receipt.Method == ReceiptMethod.Cheque)
        {
            await EnsureChequePaidAsync(receipt);
        }
        refund.PayBack(receipt, amount, (await ledger.GetAsync(receipt.EntryId)).Base);
    }

    /// <exception cref="BusinessException">The party has not so much to its credit on the invoice, or the invoice is not its.</exception>
    public async Task PayBackInvoiceAsync(Refund refund, Guid invoiceId, Money amount)
    {
        if (await invoices.GetInCreditAsync(refund.PartyId, [invoiceId]) is not [var invoice])
        {
            throw new BusinessException(AccountingErrorCodes.RefundOtherParty);
        }
        var open = await invoices.PayBackAsync(invoiceId, amount);
        refund.PayBack(invoiceId, invoice.Number, invoice.Date, amount, await differences.MeasureCreditAsync(invoiceId, open, amount));
    }

    /// <exception cref="BusinessException">Nothing is paid back, the books are closed on that day, or there is no rate.</exception>
    public async Task PostAsync(Refund refund)
    {
        var paid = await ledger.IsForeignAsync(refund.Amount.Currency) ? (await ledger.GetConversionAsync(refund.Amount.Currency, refund.Date)).Of(refund.Amount) : refund.Amount;
        var accounts = await ledger.GetAccountsAsync();
        var postings = refund.ToPostings(paid, accounts[AccountKeys.Receivables], accounts[AccountKeys.ExchangeDifferences]);
        refund.PostedBy((await ledger.PostAsync(refund.Date, JournalSource.Refund, refund.Id, refund.Number, postings)).Id);
    }

    /// <summary>What was paid back is the party's credit again.</summary>
    public async Task UndoAsync(Refund refund, DateOnly date)
    {
        using var whole = SystemWork.Begin("a refund is taken back whole, whoever sees it");
        refund.Reverse();
        foreach (var part in refund.Parts)
        {
            if (part.ReceiptId is { } receiptId)
            {
                (await receipts.GetAsync(receiptId, includeDetails: false)).UndoPayBack(part.Amount, part.Worth);
            }
            else
            {
                await invoices.UndoPayBackAsync(part.InvoiceId!.Value, part.Amount);
            }
        }
        await ledger.ReverseAsync(refund.EntryId, date);
    }

    /// <summary>Money that the bank can still refuse is not paid back.</summary>
    private async Task EnsureChequePaidAsync(Receipt receipt)
    {
        using var whole = SystemWork.Begin("a cheque is paid or not, whoever sees it");
        if (await cheques.AnyAsync(cheque => cheque.ReceiptId == receipt.Id && cheque.State != ChequeState.Cleared && cheque.State != ChequeState.Spent))
        {
            throw new BusinessException(AccountingErrorCodes.RefundOfUnpaidCheque).WithData("Number", receipt.Number);
        }
    }
}
