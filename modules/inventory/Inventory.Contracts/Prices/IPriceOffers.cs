namespace Inventory.Prices;

/// <summary>What to offer a customer. It asks no permission: the caller's own page has.</summary>
public interface IPriceOffers
{
    /// <summary>
    /// The prices of the lists in force on <paramref name="date"/> in <paramref name="currency"/>: that of the customer's group
    /// goes before that for all, and of several the one that began last. A product that stands on none is offered at its own price
    /// if that is in the currency, else it is left out. One statement for any number of products.
    /// </summary>
    /// <param name="partyId">Null while the customer is not known: then the lists for all.</param>
    /// <returns>For one unit, without tax, in the major unit of the currency.</returns>
    Task<IReadOnlyDictionary<Guid, decimal>> GetAsync(Guid? partyId, string currency, DateOnly date, IReadOnlyCollection<Guid> productIds);
}
