using Accounting.Journal;
using Accounting.Receipts;
using Kernel.Monetary;
using Kernel.Texts;
using Volo.Abp;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Accounting.Refunds;

/// <summary>Money paid back to a party. It is taken from the party's credit, part by part, and only a reversal undoes it.</summary>
public class Refund : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    private readonly List<RefundPart> _parts = [];

    public Guid? TenantId { get; private set; }
    public string Number { get; private set; } = null!;
    public Guid PartyId { get; private set; }
    public DateOnly Date { get; private set; }
    public RefundMethod Method { get; private set; }
    public RefundState State { get; private set; }

    /// <summary>The sum of its parts.</summary>
    public Money Amount { get; private set; }

    /// <summary>Where the money was taken from.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>Of a transfer: the payee's account, in normal form.</summary>
    public string? Iban { get; private set; }

    /// <summary>The journal entry that posted it.</summary>
    public Guid EntryId { get; private set; }

    public string? Note { get; private set; }
    [DisableAuditing]
    public string SearchKey { get; private set; } = null!;

    public IReadOnlyList<RefundPart> Parts => _parts;

    private Refund() { } // EF Core

    /// <exception cref="BusinessException">A transfer's IBAN is missing or wrong.</exception>
    public Refund(
        Guid id, string number, Guid partyId, DateOnly date, RefundMethod method, string currency, Guid accountId, string? iban, string? note) : base(id)
    {
        Number = Check.NotNullOrWhiteSpace(number, nameof(number), RefundConsts.MaxNumberLength);
        SearchKey = PersianText.SearchKey(number);
        (PartyId, Date, Method, Amount, AccountId, State) = (partyId, date, method, Money.Zero(currency), accountId, RefundState.Posted);
        if (method == RefundMethod.Transfer)
        {
            Iban = TransferIban.Read(iban) ?? throw new BusinessException(AccountingErrorCodes.RefundWithoutIban);
        }
        Note = PersianText.Clean(Check.Length(note, nameof(note), RefundConsts.MaxNoteLength)) is { Length: > 0 } text ? text : null;
    }

    /// <param name="received">What the receipt was posted at in the base currency.</param>
    public void PayBack(Receipt receipt, Money amount, Money received)
    {
        EnsureNotBefore(receipt.Date, receipt.Number);
        Add(new RefundPart(Id, _parts.Count + 1, receipt.Id, null, receipt.Number, amount, receipt.PayBack(amount, received)));
    }

    /// <summary>For an invoice on which the party is in credit.</summary>
    /// <param name="worth">What the part is worth in the base currency.</param>
    public void PayBack(Guid invoiceId, string invoiceNumber, DateOnly invoicedOn, Money amount, Money worth)
    {
        EnsureNotBefore(invoicedOn, invoiceNumber);
        Add(new RefundPart(Id, _parts.Count + 1, null, invoiceId, invoiceNumber, amount, worth));
    }

    public void PostedBy(Guid entryId) => EntryId = entryId;

    /// <summary>What is to be posted, and what was gained because the credit is worth another thing today than when it arose.</summary>
    /// <param name="paid">What the money paid is worth in the base currency.</param>
    public IReadOnlyList<Posting> ToPostings(Money paid, Guid receivables, Guid differences)
    {
        if (_parts.Count == 0)
        {
            throw new BusinessException(AccountingErrorCodes.RefundEmpty);
        }
        var worth = paid with { Amount = _parts.Sum(part => part.Worth) };
        return
        [
            Posting.ToDebit(receivables, Amount, PartyId, worth),
            Posting.ToCredit(AccountId, Amount, worth: paid),
            .. worth == paid ? [] : new[] { Posting.ToWorth(differences, Amount.Currency, paid - worth) },
        ];
    }

    public void Reverse()
    {
        if (State == RefundState.Reversed)
        {
            throw new BusinessException(AccountingErrorCodes.RefundReversed).WithData("Number", Number);
        }
        State = RefundState.Reversed;
    }

    private void EnsureNotBefore(DateOnly date, string number)
    {
        if (Date < date)
        {
            throw new BusinessException(AccountingErrorCodes.RefundBeforeCredit).WithData("Number", number).WithData("Date", date);
        }
    }

    private void Add(RefundPart part)
    {
        _parts.Add(part);
        Amount += part.Amount;
    }
}

/// <summary>What of a receipt or an invoice was paid back. It stays, for the record, when the refund is reversed.</summary>
public class RefundPart : Entity, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid RefundId { get; private set; }
    public int Ordinal { get; private set; }

    /// <summary>Null when it is of an invoice.</summary>
    public Guid? ReceiptId { get; private set; }

    public Guid? InvoiceId { get; private set; }

    /// <summary>The receipt's or the invoice's.</summary>
    public string SourceNumber { get; private set; } = null!;

    public Money Amount { get; private set; }

    /// <summary>What it took of the credit in the base currency's smallest unit.</summary>
    public long Worth { get; private set; }

    private RefundPart() { } // EF Core

    internal RefundPart(Guid refundId, int ordinal, Guid? receiptId, Guid? invoiceId, string sourceNumber, Money amount, Money worth) =>
        (RefundId, Ordinal, ReceiptId, InvoiceId, SourceNumber, Amount, Worth) = (refundId, ordinal, receiptId, invoiceId, sourceNumber, amount, worth.Amount);

    public override object[] GetKeys() => [RefundId, Ordinal];
}
