using Inventory.Products;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;

namespace Invoicing.Documents;

/// <summary>Reads what a user wrote: its party and products must be the tenant's.</summary>
public class DocumentContents(IReadOnlyRepository<PartyRow, Guid> parties, IProductCatalog catalog) : ITransientDependency
{
    public async Task<DocumentContent> ReadAsync(DraftDocumentDto input)
    {
        await parties.GetAsync(input.PartyId);
        var products = await ProductsAsync(input.Lines);
        return new DocumentContent(
            input.PartyId, input.Date, input.Due, input.Currency, input.Note, [.. input.Lines.Select(line => Read(line, products))]);
    }

    private async Task<Dictionary<Guid, ProductInfo>> ProductsAsync(List<DraftLineDto> lines)
    {
        var ids = lines.Where(line => line.ProductId is not null).Select(line => line.ProductId!.Value).Distinct().ToList();
        return ids.Count == 0 ? [] : (await catalog.GetManyAsync(ids)).ToDictionary(product => product.Id);
    }

    private static LineContent Read(DraftLineDto line, Dictionary<Guid, ProductInfo> products)
    {
        ProductInfo? product = null;
        if (line.ProductId is { } id && !products.TryGetValue(id, out product))
        {
            throw new BusinessException(InvoicingErrorCodes.ProductNotFound).WithData("Line", line.Description);
        }
        var description = string.IsNullOrWhiteSpace(line.Description) ? product?.Name ?? "" : line.Description;
        return new LineContent(
            line.ProductId, description, line.Quantity, line.UnitPrice, line.DiscountPercent, line.TaxPercent, line.DiscountAmount);
    }
}
