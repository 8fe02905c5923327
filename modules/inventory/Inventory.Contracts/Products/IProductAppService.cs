using Volo.Abp.Application.Services;

namespace Inventory.Products;

public interface IProductAppService : IApplicationService
{
    Task<ProductDto> GetAsync(Guid id);

    /// <summary>By name, page after page; never counts.</summary>
    Task<ProductPage> GetListAsync(ProductListInput input);

    /// <summary>At most twenty active products, by code.</summary>
    Task<List<ProductLookupDto>> GetLookupAsync(string? text);

    /// <summary>A product that was deleted and may come back; null when there is none.</summary>
    Task<DeletedProductDto?> GetDeletedAsync(Guid id);

    Task<Guid> CreateAsync(CreateProductDto input);
    Task UpdateAsync(Guid id, UpdateProductDto input);

    /// <summary>Takes the product out of every list; documents keep it, and <see cref="RestoreAsync"/> brings it back.</summary>
    Task DeleteAsync(Guid id);

    Task RestoreAsync(Guid id);
}
