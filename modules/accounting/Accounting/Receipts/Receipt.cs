using Accounting.Rates;
using Kernel.Monetary;
using Kernel.Texts;
using Volo.Abp;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Accounting.Receipts;

/// <summary>Money received from a party. What is not allocated to invoices is the party's credit.</summary>
public class Receipt : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    private readonly List<ReceiptAllocation> _allocations = [];

    public Guid? TenantId { get; private set; }
    public string Number { get; private set; } = null!;
    public Guid PartyId { get; private set; }
    public DateOnly Date { get; private set; }
    public ReceiptMethod Method { get; private set; }
    public ReceiptState State { get; private set; }
    public Money Amount { get; private set; }

    /// <summary>What of it is spent, on invoices and by paying it back, in the smallest unit.</summary>
    public long AllocatedAmount { get; private set; }

    /// <summary>What of that was paid back.</summary>
    public long PaidBackAmount { get; private set; }

    /// <summary>What was paid back took of the receipt in the base currency's smallest unit.</summary>
    public long PaidBackWorth { get; private set; }

    /// <summary>Where the money arrived.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>Of a transfer: the account that the money came from, in normal form; null when it is not known.</summary>
    public string? Iban { get; private set; }

    /// <summary>The journal entry that posted it.</summary>
    public Guid EntryId { get; private set; }

    public string? Note { get; private set; }
    [DisableAuditing]
    public string SearchKey { get; private set; } = null!;

    public Money Unallocated => Amount with { Amount = State == ReceiptState.Reversed ? 0 : Amount.Amount - AllocatedAmount };
    public IReadOnlyList<ReceiptAllocation> Allocations => _allocations;

    private Receipt() { } // EF Core

    public Receipt(
        Guid id, string number, Guid partyId, DateOnly date, ReceiptMethod method, Money amount, Guid accountId, string? note, string? iban = null) : base(id)
    {
        if (!amount.IsPositive)
        {
            throw new BusinessException(AccountingErrorCodes.AmountNotPositive);
        }
        Number = Check.NotNullOrWhiteSpace(number, nameof(number), ReceiptConsts.MaxNumberLength);
        SearchKey = PersianText.SearchKey(number);
        (PartyId, Date, Method, Amount, AccountId, State) = (partyId, date, method, amount, accountId, ReceiptState.Posted);
        Iban = method == ReceiptMethod.Transfer ? TransferIban.Read(iban) : null;
        Note = PersianText.Clean(Check.Length(note, nameof(note), ReceiptConsts.MaxNoteLength)) is { Length: > 0 } text ? text : null;
    }

    public void PostedBy(Guid entryId) => EntryId = entryId;

    /// <exception cref="BusinessException">It is reversed, or in another currency, or there is not so much left.</exception>
    public ReceiptAllocation Allocate(Guid invoiceId, string invoiceNumber, Money amount)
    {
        EnsureNotReversed();
        if (amount.Currency != Amount.Currency)
        {
            throw new BusinessException(AccountingErrorCodes.AllocationOtherCurrency)
                .WithData("Receipt", Amount.Currency).WithData("Invoice", amount.Currency).WithData("Number", invoiceNumber);
        }
        EnsureLeft(amount, AccountingErrorCodes.AllocationExceedsReceipt);
        var allocation = new ReceiptAllocation(Id, _allocations.Count + 1, invoiceId, invoiceNumber, amount);
        _allocations.Add(allocation);
        AllocatedAmount += amount.Amount;
        return allocation;
    }

    /// <param name="received">What it was posted at in the base currency.</param>
    /// <returns>What that takes of it in the base currency.</returns>
    /// <exception cref="BusinessException">It is reversed, or in another currency, or there is not so much left.</exception>
    public Money PayBack(Money amount, Money received)
    {
        EnsureNotReversed();
        if (amount.Currency != Amount.Currency)
        {
            throw new BusinessException(AccountingErrorCodes.RefundOtherCurrency).WithData("Number", Number).WithData("Currency", Amount.Currency);
        }
        EnsureLeft(amount, AccountingErrorCodes.RefundExceedsReceipt);
        var worth = LeftOf(received, _allocations).ShareOf(amount, Unallocated);
        AllocatedAmount += amount.Amount;
        PaidBackAmount += amount.Amount;
        PaidBackWorth += worth.Amount;
        return worth;
    }

    /// <summary>Takes a payment back into the party's credit.</summary>
    /// <param name="worth">What it took of the receipt, in the base currency's smallest unit.</param>
    public void UndoPayBack(Money amount, long worth)
    {
        AllocatedAmount -= amount.Amount;
        PaidBackAmount -= amount.Amount;
        PaidBackWorth -= worth;
    }

    /// <param name="received">What it was posted at in the base currency.</param>
    /// <returns>What of that is left beside these allocations and what was paid back.</returns>
    internal Money LeftOf(Money received, IEnumerable<ReceiptAllocation> allocations) => allocations.Aggregate(
        received with { Amount = received.Amount - PaidBackWorth },
        (rest, one) => rest - (one.OfReceipt is { } taken ? received with { Amount = taken } : received.ShareOf(one.Amount, Amount)));

    public void Reverse()
    {
        EnsureNotReversed();
        if (PaidBackAmount > 0)
        {
            throw new BusinessException(AccountingErrorCodes.ReceiptPaidBack).WithData("Number", Number).WithData("Amount", Amount with { Amount = PaidBackAmount });
        }
        State = ReceiptState.Reversed;
    }

    private void EnsureLeft(Money amount, string refusal)
    {
        if (!amount.IsPositive)
        {
            throw new BusinessException(AccountingErrorCodes.AmountNotPositive);
        }
        if (amount > Unallocated)
        {
            throw new BusinessException(refusal).WithData("Number", Number).WithData("Left", Unallocated);
        }
    }

    private void EnsureNotReversed()
    {
        if (State == ReceiptState.Reversed)
        {
            throw new BusinessException(AccountingErrorCodes.ReceiptReversed).WithData("Number", Number);
        }
    }
}

/// <summary>The part of a receipt that pays an invoice. It stays, for the record, when the receipt is reversed.</summary>
public class ReceiptAllocation : Entity, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid ReceiptId { get; private set; }
    public int Ordinal { get; private set; }
    public Guid InvoiceId { get; private set; }
    public string InvoiceNumber { get; private set; } = null!;
    public Money Amount { get; private set; }

    /// <summary>Of a foreign currency: what it took of the receipt in the base currency's smallest unit; null when it is older than that one.</summary>
    public long? OfReceipt { get; private set; }

    /// <summary>As <see cref="OfReceipt"/>, of the invoice. The difference was gained.</summary>
    public long? OfInvoice { get; private set; }

    private ReceiptAllocation() { } // EF Core

    internal ReceiptAllocation(Guid receiptId, int ordinal, Guid invoiceId, string invoiceNumber, Money amount) =>
        (ReceiptId, Ordinal, InvoiceId, InvoiceNumber, Amount) = (receiptId, ordinal, invoiceId, invoiceNumber, amount);

    internal void Measure(Money ofReceipt, Money ofInvoice) => (OfReceipt, OfInvoice) = (ofReceipt.Amount, ofInvoice.Amount);

    public override object[] GetKeys() => [ReceiptId, Ordinal];
}
