namespace Inventory.Products;

/// <summary>Finds or makes products by code, for imports. It asks no permission: the import has.</summary>
public interface IProductRegister
{
    /// <returns>
    /// The id of each code as it was asked for. New products are saved at once; one that so far had only its code for a name takes
    /// the name that comes. The statements do not grow with the number of codes.
    /// </returns>
    Task<IReadOnlyDictionary<string, Guid>> EnsureAsync(IReadOnlyCollection<ProductToRegister> wanted);
}

/// <param name="Name">The code stands for it when it is not known.</param>
/// <param name="UnitPrice">In the major unit of <paramref name="Currency"/>. Used only when the product is made.</param>
public record ProductToRegister(string Code, string? Name, string Unit, decimal UnitPrice, string Currency, bool TracksStock);
