using Kernel.Searching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Volo.Abp.DependencyInjection;

namespace Inventory.Products;

/// <summary>Products in the workspace's one search box.</summary>
public class ProductSearchSource(
    IProductCatalog catalog, IAuthorizationService authorization, IStringLocalizer<InventoryResource> texts)
    : ISearchSource, ITransientDependency
{
    public virtual async Task<IReadOnlyList<SearchHit>> SearchAsync(string text, int max)
    {
        if (!await authorization.IsGrantedAsync(InventoryPermissions.Products.Default))
        {
            return [];
        }
        return (await catalog.GetLookupAsync(text, max)).ConvertAll(product => new SearchHit(
            texts["Menu:Products"], "box", product.Name, product.Code, $"/Inventory/Products/Details/{product.Id}"));
    }
}
