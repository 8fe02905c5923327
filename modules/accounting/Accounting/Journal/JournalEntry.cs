using Kernel.Monetary;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Accounting.Journal;

/// <summary>An entry of the journal: its debits equal its credits, in one currency. It is never edited, only reversed.</summary>
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

    public Guid? ReversedById { get; private set; }
    public bool IsReversed => ReversedById is not null;
    public IReadOnlyList<JournalLine> Lines => _lines;

    private JournalEntry() { } // EF Core

    private JournalEntry(Guid id) : base(id) { }

    /// <exception cref="BusinessException">It does not balance, or a line is not one-sided.</exception>
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
            [.. _lines.OrderBy(line => line.Ordinal).Select(line => new Posting(line.AccountId, line.Credit, line.Debit, line.PartyId))]);
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

    private JournalLine() { } // EF Core

    internal JournalLine(Guid entryId, int ordinal, Posting posting)
    {
        if (posting.Debit.IsNegative || posting.Credit.IsNegative || posting.Debit.IsZero == posting.Credit.IsZero)
        {
            throw new BusinessException(AccountingErrorCodes.LineNotOneSided);
        }
        (EntryId, Ordinal) = (entryId, ordinal);
        (AccountId, PartyId, Debit, Credit) = (posting.AccountId, posting.PartyId, posting.Debit, posting.Credit);
    }

    public override object[] GetKeys() => [EntryId, Ordinal];
}
