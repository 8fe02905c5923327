using Accounting.Rates;
using Kernel.Monetary;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Accounting.Journal;

/// <summary>
/// An entry of the journal, in one currency: its debits equal its credits there and in the books' base currency. It is never
/// edited, only reversed.
/// </summary>
public class JournalEntry : CreationAuditedAggregateRoot<Guid>, IMultiTenant
{
    private readonly List<JournalLine> _lines = [];

    public Guid? TenantId { get; private set; }
    public long Number { get; private set; }
    public DateOnly Date { get; private set; }
    public JournalSource Source { get; private set; }

    /// <summary>The document, receipt or entry it was posted for.</summary>
    public Guid SourceId { get; private set; }

    /// <summary>The source's number.</summary>
    public string Reference { get; private set; } = null!;

    /// <summary>Sum of its debits.</summary>
    public Money Amount { get; private set; }

    /// <summary>Sum of its debits in the base currency; without a currency in an entry that is older than the books' base currency.</summary>
    public Money Base { get; private set; }

    public bool IsMeasured => !string.IsNullOrWhiteSpace(Base.Currency);

    public Guid? ReversedById { get; private set; }
    public bool IsReversed => ReversedById is not null;
    public IReadOnlyList<JournalLine> Lines => _lines;

    private JournalEntry() { } // EF Core

    private JournalEntry(Guid id) : base(id) { }

    /// <exception cref="BusinessException">It does not balance in its own or in the base currency, or a line is not one-sided.</exception>
    public static JournalEntry Post(
        Guid id, long number, DateOnly date, JournalSource source, Guid sourceId, string reference, IReadOnlyList<Posting> postings)
    {
        var entry = new JournalEntry(id)
        {
            Number = number,
            Date = date,
            Source = source,
            SourceId = sourceId,
            Reference = Check.NotNullOrWhiteSpace(reference, nameof(reference), JournalConsts.MaxReferenceLength),
        };
        entry.Write(postings);
        return entry;
    }

    /// <summary>Posts the same lines with their sides exchanged.</summary>
    public JournalEntry Reverse(Guid id, long number, DateOnly date)
    {
        if (IsReversed)
        {
            throw new BusinessException(AccountingErrorCodes.EntryAlreadyReversed).WithData("Number", Number);
        }
        ReversedById = id;
        return Post(id, number, date, JournalSource.Reversal, Id, Reference,
            [.. _lines.OrderBy(line => line.Ordinal).Select(line => new Posting(line.AccountId, line.Credit, line.Debit, line.PartyId, -line.Base))]);
    }

    /// <summary>Measures an entry that is older than the books' base currency.</summary>
    public void Measure(Conversion conversion)
    {
        var lines = _lines.OrderBy(line => line.Ordinal).ToList();
        var postings = lines.Select(line => new Posting(line.AccountId, line.Debit, line.Credit, line.PartyId)).ToList().MeasuredBy(conversion);
        for (var i = 0; i < lines.Count; i++)
        {
            lines[i].Measure(postings[i].Base!.Value);
        }
        WriteBase();
    }

    private void Write(IReadOnlyList<Posting> postings)
    {
        if (postings.Count < 2)
        {
            throw new BusinessException(AccountingErrorCodes.EntryTooShort);
        }
        foreach (var posting in postings)
        {
            _lines.Add(new JournalLine(Id, _lines.Count + 1, posting));
        }
        var currency = postings[0].Debit.Currency;
        var (debit, credit) = (_lines.Sum(currency, line => line.Debit), _lines.Sum(currency, line => line.Credit));
        if (debit != credit)
        {
            throw new BusinessException(AccountingErrorCodes.EntryNotBalanced).WithData("Debit", debit).WithData("Credit", credit);
        }
        Amount = debit;
        WriteBase();
    }

    private void WriteBase()
    {
        var currency = _lines[0].Base.Currency;
        var (debit, credit) = (_lines.Where(line => line.Base.IsPositive).Sum(currency, line => line.Base), _lines.Where(line => !line.Base.IsPositive).Sum(currency, line => -line.Base));
        if (debit != credit)
        {
            throw new BusinessException(AccountingErrorCodes.EntryNotBalanced).WithData("Debit", debit).WithData("Credit", credit);
        }
        Base = debit;
    }
}

public class JournalLine : Entity, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid EntryId { get; private set; }

    /// <summary>Place in the entry, from 1.</summary>
    public int Ordinal { get; private set; }

    public Guid AccountId { get; private set; }

    /// <summary>Whose receivable it is.</summary>
    public Guid? PartyId { get; private set; }

    public Money Debit { get; private set; }
    public Money Credit { get; private set; }

    /// <summary>What it is worth in the base currency, negative for a credit. A line may be worth something and move nothing: a difference of exchange.</summary>
    public Money Base { get; private set; }

    private JournalLine() { } // EF Core

    internal JournalLine(Guid entryId, int ordinal, Posting posting)
    {
        Base = posting.Base ?? posting.Amount;
        if (posting.Debit.IsNegative || posting.Credit.IsNegative || posting is { Debit.IsZero: false, Credit.IsZero: false } || (posting.Amount.IsZero && Base.IsZero))
        {
            throw new BusinessException(AccountingErrorCodes.LineNotOneSided);
        }
        (EntryId, Ordinal) = (entryId, ordinal);
        (AccountId, PartyId, Debit, Credit) = (posting.AccountId, posting.PartyId, posting.Debit, posting.Credit);
    }

    internal void Measure(Money worth) => Base = worth;

    public override object[] GetKeys() => [EntryId, Ordinal];
}
