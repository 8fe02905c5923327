using Kernel.Texts;

namespace Inventory.Products;

internal static class ProductSearch
{
    /// <summary>Narrows to products whose name or code contains every word of <paramref name="text"/>, in any order.</summary>
    public static IQueryable<Product> Apply(IQueryable<Product> products, string? text) =>
        PersianText.SearchKey(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(products, (found, word) => found.Where(product => product.SearchKey.Contains(word)));
}
