using Kernel.Monetary;

namespace Invoicing.Documents;

/// <summary>A document as its page shows it.</summary>
/// <param name="Number">Null while it is a draft.</param>
/// <param name="Open">For an issued invoice what is still to be paid; else zero.</param>
/// <param name="Source">The document it was made from.</param>
/// <param name="Derived">The documents made from it, oldest first.</param>
public record SalesDocumentDto(
    Guid Id, DocumentKind Kind, string? Number, Guid PartyId, string PartyName, string PartyNumber,
    DateOnly Date, DateOnly? Due, DocumentState State, DocumentStatus Status, string? Note,
    Money Net, Money Discount, Money Tax, Money Total, Money Settled, Money Credited, Money Open,
    IReadOnlyList<SalesDocumentLineDto> Lines, LinkedDocumentDto? Source, IReadOnlyList<LinkedDocumentDto> Derived, string ConcurrencyStamp)
{
    public string Currency => Total.Currency;
}

public record SalesDocumentLineDto(
    Guid? ProductId, string Description, decimal Quantity, decimal UnitPrice, decimal DiscountPercent, decimal TaxPercent,
    Money Discount, Money Net, Money Tax);

public record LinkedDocumentDto(Guid Id, DocumentKind Kind, string? Number, DateOnly Date, Money Total);
