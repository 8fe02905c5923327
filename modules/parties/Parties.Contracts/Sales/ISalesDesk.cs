using Kernel.Monetary;

namespace Parties.Sales;

/// <summary>
/// What a module that sells offers to one that brings sales about: products with their price and stock of this moment, quotes
/// made of them, and what became of those. The asking module names its own record by id only, the origin, so that neither
/// knows the other. A host without such a module has no desk, and the asker no button. A class that implements it ends its name in
/// <c>SalesDesk</c>, else it is not found.
/// </summary>
public interface ISalesDesk
{
    /// <returns>What the current user may do here; nothing at all where the module is switched off.</returns>
    Task<SalesDeskRights> GetRightsAsync();

    /// <returns>At most twenty products that can be sold, by code, at what the party is offered today; none for a reader who may not quote.</returns>
    Task<IReadOnlyList<SaleProduct>> FindProductsAsync(Guid partyId, string? text);

    /// <summary>
    /// At what the party is offered today, in no order; those no longer known are left out. The statements do not grow with the ids.
    /// It asks for no right: the asker's own page has.
    /// </summary>
    Task<IReadOnlyList<SaleProduct>> GetProductsAsync(Guid partyId, IReadOnlyCollection<Guid> ids);

    /// <returns>What was made for the origin as far as the reader may see it, the earliest first, with the acts that he may do now.</returns>
    Task<IReadOnlyList<SaleDocument>> GetDocumentsAsync(Guid originId);

    /// <summary>A draft quote of the lines, at the prices of this moment.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="Volo.Abp.BusinessException">The products are priced in several currencies, or one is no longer sold.</exception>
    Task<Guid> QuoteAsync(QuoteRequest request);

    /// <summary>Does one of the acts that <see cref="GetDocumentsAsync"/> offered.</summary>
    /// <exception cref="Volo.Abp.BusinessException">The document has moved on since, or is no longer valid.</exception>
    Task DoAsync(Guid originId, Guid documentId, string act);
}

/// <param name="MayRead">Documents of at least one kind.</param>
public record SalesDeskRights(bool MayRead, bool MayQuote)
{
    public static readonly SalesDeskRights None = new(false, false);
}

/// <param name="UnitPrice">For one unit, without tax, in the major unit of <paramref name="Currency"/>.</param>
/// <param name="Available">Null for what has no stock, such as a service.</param>
public record SaleProduct(Guid Id, string Code, string Name, string Unit, decimal UnitPrice, string Currency, decimal? Available);

/// <param name="Title">Kind and number, translated.</param>
/// <param name="ValidUntil">Of a quote.</param>
/// <param name="Total">Null when amounts are withheld from the reader.</param>
/// <param name="Status">Translated.</param>
/// <param name="StatusTone">neutral, good, warn, bad or info.</param>
/// <param name="Acts">What may be done with it now, the likeliest first.</param>
public record SaleDocument(
    Guid Id, string Icon, string Title, DateOnly Date, DateOnly? ValidUntil, Money? Total, string Status, string StatusTone, string Url, IReadOnlyList<SaleAct> Acts);

/// <param name="Text">What stands on the button, translated.</param>
public record SaleAct(string Key, string Text);

public record QuoteRequest(Guid OriginId, Guid PartyId, string? Note, IReadOnlyList<QuoteRequestLine> Lines);

/// <param name="DiscountPercent">0 to 100.</param>
public record QuoteRequestLine(Guid ProductId, decimal Quantity, decimal DiscountPercent);
