using Invoicing.EntityFrameworkCore;
using Inventory.Products;
using Invoicing.Permissions;
using Kernel.Rights;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;

namespace Invoicing.Documents;

/// <summary>Reads what a user wrote: its party and products must be the tenant's.</summary>
public class DocumentContents(IInvoicingPartyRows parties, IProductCatalog catalog, IRights rights) : ITransientDependency
{
    /// <param name="stored">The draft that is written again; null for a new one.</param>
    /// <remarks>Whoever may not change amounts leaves the lines out, and they stay.</remarks>
    public async Task<DocumentContent> ReadAsync(DocumentKind kind, DraftDocumentDto input, SalesDocument? stored = null)
    {
        await parties.GetAsync(input.PartyId);
        return new DocumentContent(
            input.PartyId, input.Date, input.Due, input.Currency, input.Note,
            await rights.GetAccessAsync(InvoicingPermissions.ToAmounts(kind)) == FieldAccess.Changeable
                ? await LinesAsync(input.Lines) : StoredLines(input, stored));
    }

    private async Task<IReadOnlyList<LineContent>> LinesAsync(List<DraftLineDto> lines)
    {
        var products = await ProductsAsync(lines);
        return [.. lines.Select(line => Read(line, products))];
    }

    private static IReadOnlyList<LineContent> StoredLines(DraftDocumentDto input, SalesDocument? stored) =>
        stored is not null && input.Lines.Count == 0 && input.Currency == stored.Currency
            ? [.. stored.Lines.OrderBy(line => line.Ordinal).Select(line => line.ToContent(stored.Currency))]
            : throw new BusinessException(InvoicingErrorCodes.AmountsNotChangeable);

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
            line.ProductId, description, line.Quantity, line.UnitPrice, line.DiscountPercent, line.TaxPercent, line.DiscountAmount, line.SourceOrdinal);
    }
}
