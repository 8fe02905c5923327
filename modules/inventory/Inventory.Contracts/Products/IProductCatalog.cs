namespace Inventory.Products;

/// <summary>Products for other modules' documents. It asks no permission: the caller's own page has.</summary>
public interface IProductCatalog
{
    /// <summary>One statement for any number of ids, in no order; unknown ids are left out.</summary>
    Task<List<ProductInfo>> GetManyAsync(IReadOnlyCollection<Guid> ids);

    /// <summary>At most <paramref name="max"/> active products whose name or code contains each word, by code.</summary>
    Task<List<ProductLookupDto>> GetLookupAsync(string? text, int max = 20);
}

/// <param name="UnitPrice">For one unit, without tax, in the major unit of <paramref name="Currency"/>.</param>
/// <param name="TaxRate">As a fraction: 0.1 for 10 %.</param>
/// <param name="OnHand">In all warehouses; 0 for a product whose stock is not tracked.</param>
/// <param name="Reserved">What of it is promised to orders that are not delivered yet.</param>
public record ProductInfo(
    Guid Id, string Code, string Name, string Unit, decimal UnitPrice, string Currency, decimal TaxRate,
    bool TracksStock, decimal OnHand, decimal Reserved)
{
    /// <summary>What can still be promised; below zero when more was promised than is there.</summary>
    public decimal Available => OnHand - Reserved;
}

/// <inheritdoc cref="ProductInfo"/>
public record ProductLookupDto(
    Guid Id, string Code, string Name, string Unit, decimal UnitPrice, string Currency, decimal TaxRate,
    bool TracksStock, decimal OnHand, decimal Reserved)
{
    /// <inheritdoc cref="ProductInfo.Available"/>
    public decimal Available => OnHand - Reserved;
}
