namespace Invoicing.Documents;

/// <summary>What is written on a draft.</summary>
/// <param name="OriginId">A record of another module that it is made for; what is written later leaves it as it is.</param>
/// <param name="WarehouseId">Where an order's goods are reserved; null for the main warehouse.</param>
/// <param name="DiscountPercent">Off the whole document, 0 to 100: off each line after its own discount.</param>
public record DocumentContent(
    Guid PartyId, DateOnly Date, DateOnly? Due, string Currency, string? Note, IReadOnlyList<LineContent> Lines,
    decimal DiscountPercent = 0, Guid? OriginId = null, Guid? WarehouseId = null);

/// <param name="UnitPrice">In the major unit of the document's currency.</param>
/// <param name="DiscountPercent">0 to 100; ignored when there is a <paramref name="DiscountAmount"/>.</param>
/// <param name="TaxPercent">0 to 100, of the amount after discount.</param>
/// <param name="DiscountAmount">Off the whole line, in the major unit.</param>
/// <param name="SourceOrdinal">Of an order's invoice: the place of the order's line that is invoiced.</param>
public record LineContent(
    Guid? ProductId, string Description, decimal Quantity, decimal UnitPrice,
    decimal DiscountPercent = 0, decimal TaxPercent = 0, decimal? DiscountAmount = null, int? SourceOrdinal = null);
