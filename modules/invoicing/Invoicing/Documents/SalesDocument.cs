using Kernel.Monetary;
using Kernel.Texts;
using Volo.Abp;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Invoicing.Documents;

/// <summary>
/// A quote, order, invoice or credit note. It is written freely as a draft; the act that gives it its number also makes it
/// final. All its amounts are in one currency.
/// </summary>
public abstract class SalesDocument : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    private readonly List<SalesDocumentLine> _lines = [];

    public Guid? TenantId { get; protected set; }
    public DocumentKind Kind { get; protected set; }
    public Guid PartyId { get; protected set; }

    /// <summary>Null while it is a draft.</summary>
    public string? Number { get; protected set; }

    public DateOnly Date { get; protected set; }

    /// <summary>Last day of a quote's validity, of an order's delivery or of an invoice's payment.</summary>
    public DateOnly? Due { get; protected set; }

    public DocumentState State { get; protected set; }

    /// <summary>The document it was made from: an order's quote, an invoice's order, a credit note's invoice.</summary>
    public Guid? SourceId { get; protected set; }

    /// <summary>The record of another module that it was made for, such as a deal; whose it is, is not known here.</summary>
    public Guid? OriginId { get; protected set; }

    public string? Note { get; protected set; }
    [DisableAuditing]
    public string SearchKey { get; protected set; } = "";

    /// <summary>Sum of the lines after discount, before tax.</summary>
    public Money Net { get; protected set; }

    /// <summary>Off the whole document, 0 to 100.</summary>
    public decimal DiscountPercent { get; protected set; }

    /// <summary>Of the lines, with their share of the document's.</summary>
    public Money Discount { get; protected set; }
    public Money Tax { get; protected set; }
    public Money Total { get; protected set; }

    /// <summary>What is still to be paid, in the smallest unit; 0 but for an issued invoice. Negative when more was credited than was left open.</summary>
    public long OpenAmount { get; protected set; }

    public Money Open => new(OpenAmount, Total.Currency);
    public string Currency => Total.Currency;
    public IReadOnlyList<SalesDocumentLine> Lines => _lines;

    protected SalesDocument() { } // EF Core

    protected SalesDocument(Guid id, DocumentKind kind, DocumentContent content, Guid? sourceId) : base(id)
    {
        (Kind, SourceId) = (kind, sourceId);
        Write(content);
    }

    /// <summary>Replaces all that is written on a draft.</summary>
    public virtual void Rewrite(DocumentContent content)
    {
        EnsureDraft();
        Write(content);
    }

    public void EnsureDraft()
    {
        if (State != DocumentState.Draft)
        {
            throw new BusinessException(InvoicingErrorCodes.NotADraft).WithData("Number", Number!);
        }
    }

    /// <summary>What a document made from this one begins with.</summary>
    protected DocumentContent ToContent(DateOnly date, DateOnly? due) => new(
        PartyId, date, due, Currency, Note, [.. _lines.OrderBy(line => line.Ordinal).Select(line => line.ToContent(Currency) with { SourceOrdinal = null })], DiscountPercent, OriginId);

    /// <summary>Ends the draft.</summary>
    protected void Finish(string number, DocumentState state)
    {
        EnsureDraft();
        if (_lines.Count == 0)
        {
            throw new BusinessException(InvoicingErrorCodes.NoLines);
        }
        Number = Check.NotNullOrWhiteSpace(number, nameof(number), DocumentConsts.MaxNumberLength);
        SearchKey = PersianText.SearchKey(number);
        State = state;
    }

    protected void Move(DocumentState from, DocumentState to)
    {
        if (State != from)
        {
            throw new BusinessException(InvoicingErrorCodes.WrongState);
        }
        State = to;
    }

    private void Write(DocumentContent content)
    {
        if (!Currencies.IsKnown(content.Currency))
        {
            throw new BusinessException(InvoicingErrorCodes.CurrencyUnknown).WithData("Currency", content.Currency);
        }
        if (content.Due < content.Date)
        {
            throw new BusinessException(InvoicingErrorCodes.DueBeforeDate);
        }
        if (content.DiscountPercent is < 0 or > 100)
        {
            throw new BusinessException(InvoicingErrorCodes.DocumentDiscountOutOfRange);
        }
        (PartyId, Date, Due) = (content.PartyId, content.Date, content.Due);
        DiscountPercent = decimal.Round(content.DiscountPercent, 4, MidpointRounding.AwayFromZero);
        OriginId ??= content.OriginId;
        Note = PersianText.Clean(Check.Length(content.Note, nameof(Note), DocumentConsts.MaxNoteLength)) is { Length: > 0 } note ? note : null;
        WriteLines(content.Lines, content.Currency);
    }

    /// <summary>Keeps the lines that are there and writes them anew, so that only what changed is saved.</summary>
    private void WriteLines(IReadOnlyList<LineContent> contents, string currency)
    {
        _lines.Sort((one, other) => one.Ordinal.CompareTo(other.Ordinal));
        for (var i = 0; i < contents.Count; i++)
        {
            if (i < _lines.Count)
            {
                _lines[i].Write(contents[i], currency, DiscountPercent);
            }
            else
            {
                _lines.Add(new SalesDocumentLine(Id, i + 1, contents[i], currency, DiscountPercent));
            }
        }
        _lines.RemoveRange(contents.Count, _lines.Count - contents.Count);

        Net = new Money(_lines.Sum(line => line.NetAmount), currency);
        Discount = new Money(_lines.Sum(line => line.DiscountAmount + line.SharedDiscount), currency);
        Tax = new Money(_lines.Sum(line => line.TaxAmount), currency);
        Total = Net + Tax;
    }
}
