using System.ComponentModel.DataAnnotations;
using Crm.CustomerFiles;
using Kernel.Monetary;
using Parties.Sales;
using Volo.Abp.Application.Services;

namespace Crm.Opportunities;

/// <summary>
/// The products that an opportunity is about, with the price and stock of this moment, and the quotes made of them. Both belong to
/// a module that sells; a host without one offers nothing here.
/// </summary>
public interface IOfferAppService : IApplicationService
{
    Task<OfferDto> GetAsync(Guid id);

    /// <summary>At most twenty products that can be sold, by code, at what the opportunity's customer is offered.</summary>
    Task<List<SaleProduct>> GetProductsAsync(Guid id, string? text);

    Task<Guid> AddLineAsync(Guid id, OfferLineDto input);
    Task ChangeLineAsync(Guid id, Guid lineId, ChangeOfferLineDto input);
    Task RemoveLineAsync(Guid id, Guid lineId);

    /// <summary>What the lines come to becomes the opportunity's amount.</summary>
    Task TakeAmountAsync(Guid id);

    /// <summary>A draft quote of the lines, at the prices of this moment.</summary>
    /// <returns>Its id.</returns>
    Task<Guid> QuoteAsync(Guid id);

    /// <summary>Does one of the acts that stand with a document of the opportunity.</summary>
    Task DoAsync(Guid id, OfferActDto input);
}

public class OfferLineDto : ChangeOfferLineDto
{
    public Guid ProductId { get; set; }
}

public class ChangeOfferLineDto
{
    /// <summary>Above zero.</summary>
    public decimal Quantity { get; set; } = 1;

    /// <summary>0 to 100.</summary>
    public decimal DiscountPercent { get; set; }
}

public class OfferActDto
{
    public Guid DocumentId { get; set; }

    [Required, StringLength(64)]
    public string Act { get; set; } = null!;
}

/// <param name="HasDesk">A module that sells is there, and the reader may see something of it.</param>
/// <param name="Totals">Of the lines, before tax, one for each currency; none for a reader who does not see amounts.</param>
/// <param name="Documents">Quotes made for the opportunity and what came of them, the earliest first.</param>
public record OfferDto(bool HasDesk, bool MayQuote, IReadOnlyList<OfferLineRow> Lines, IReadOnlyList<Money> Totals, IReadOnlyList<SaleDocument> Documents)
{
    public static readonly OfferDto None = new(false, false, [], [], []);

    /// <summary>A module that sells and does not answer costs this panel only.</summary>
    public DocumentPanelState State { get; init; } = DocumentPanelState.Answered;
}

/// <param name="UnitPrice">In the major unit; null when the product is no longer sold or the reader does not see amounts.</param>
/// <param name="Total">After discount, before tax.</param>
/// <param name="Available">Null for what has no stock.</param>
/// <param name="IsGone">No longer sold.</param>
public record OfferLineRow(
    Guid Id, Guid ProductId, string Name, string? Code, string? Unit, decimal Quantity, decimal DiscountPercent, Money? UnitPrice, Money? Total, decimal? Available, bool IsGone)
{
    public bool IsShort => Available < Quantity;
}
