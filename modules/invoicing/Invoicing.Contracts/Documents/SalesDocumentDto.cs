using Kernel.Monetary;
using Kernel.Rights;

namespace Invoicing.Documents;

/// <summary>A document as its page shows it. Where the reader does not see amounts, they are null.</summary>
/// <param name="Number">Null while it is a draft.</param>
/// <param name="Open">For an issued invoice what is still to be paid; else zero.</param>
/// <param name="Source">The document it was made from.</param>
/// <param name="Amounts">What the reader may do with the amounts.</param>
/// <param name="Derived">The documents made from it, oldest first.</param>
public record SalesDocumentDto(
    Guid Id, DocumentKind Kind, string? Number, Guid PartyId, string PartyName, string PartyNumber,
    DateOnly Date, DateOnly? Due, DocumentState State, DocumentStatus Status, string? Note,
    string Currency, FieldAccess Amounts, Money? Net, Money? Discount, Money? Tax, Money? Total, Money? Settled, Money? Credited, Money? Open,
    IReadOnlyList<SalesDocumentLineDto> Lines, LinkedDocumentDto? Source, IReadOnlyList<LinkedDocumentDto> Derived, string ConcurrencyStamp)
{
    /// <summary>The record of another module that it was made for.</summary>
    public Guid? OriginId { get; init; }

    /// <summary>Of a quote, from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Off the whole document, 0 to 100; null when amounts are withheld.</summary>
    public decimal? DiscountPercent { get; init; }

    /// <summary>How the customer answered a quote by its link; null when he did not.</summary>
    public QuoteAnswerDto? Answer { get; init; }

    /// <summary>What of an invoice was paid back, because more was credited than was open.</summary>
    public Money? PaidBack { get; init; }

    /// <summary>Of an order what is left to invoice, with tax.</summary>
    public Money? Uninvoiced { get; init; }

    /// <summary>What of an order is with the customer and on no invoice, with tax.</summary>
    public Money? Delivered { get; init; }

    /// <summary>Where an order's goods are reserved; null for the main warehouse.</summary>
    public Guid? WarehouseId { get; init; }

    public bool IsBegunToDeliver => Kind == DocumentKind.Order && Lines.Any(line => line.Delivered > 0);

    public bool IsPartlyInvoiced => Kind == DocumentKind.Order && Lines.Any(line => line.Invoiced > 0);
}

/// <param name="At">In UTC.</param>
public record QuoteAnswerDto(string Name, string? Remark, DateTime At);

public record SalesDocumentLineDto(
    Guid? ProductId, string Description, decimal Quantity, decimal? UnitPrice, decimal? DiscountPercent, decimal TaxPercent,
    Money? Discount, Money? Net, Money? Tax)
{
    /// <summary>Place on the document, from 1.</summary>
    public int Ordinal { get; init; }

    /// <summary>The line's share of the document's discount.</summary>
    public Money? SharedDiscount { get; init; }

    /// <summary>Its own discount and its share of the document's.</summary>
    public Money? WholeDiscount => Discount is { } own && SharedDiscount is { } shared ? own + shared : Discount;

    /// <summary>Of an order's line how much stands on invoices, drafts too.</summary>
    public decimal Invoiced { get; init; }

    /// <summary>Of an order's line how much is with the customer: delivered and not taken back.</summary>
    public decimal Delivered { get; init; }

    /// <inheritdoc cref="DraftLineDto.SourceOrdinal"/>
    public int? SourceOrdinal { get; init; }

    public decimal Left => Quantity - Invoiced;
}

public record LinkedDocumentDto(Guid Id, DocumentKind Kind, string? Number, DateOnly Date, Money? Total);
