using Invoicing.EntityFrameworkCore;
using Inventory.Products;
using Invoicing.Taxes;
using Invoicing.Permissions;
using Kernel.Rights;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace Invoicing.Documents;

/// <summary>Reads what a user wrote: its party and products must be the tenant's.</summary>
public class DocumentContents(IInvoicingPartyRows parties, IProductCatalog catalog, TaxTable taxes, IRights rights) : ITransientDependency
{
    /// <param name="stored">The draft that is written again; null for a new one.</param>
    /// <remarks>Whoever may not change amounts leaves the lines out, and they stay.</remarks>
    public async Task<DocumentContent> ReadAsync(DocumentKind kind, DraftDocumentDto input, SalesDocument? stored = null)
    {
        if (!await parties.AnyAsync(party => party.Id == input.PartyId)) { throw new EntityNotFoundException(typeof(PartyRow), input.PartyId); }
        var writes = await rights.GetAccessAsync(InvoicingPermissions.ToAmounts(kind)) == FieldAccess.Changeable;
        return new DocumentContent(
            input.PartyId, input.Date, input.Due, input.Currency, input.Note,
            writes ? await LinesAsync(input) : StoredLines(input, stored), writes ? input.DiscountPercent : stored!.DiscountPercent, input.OriginId, input.WarehouseId);
    }

    private async Task<IReadOnlyList<LineContent>> LinesAsync(DraftDocumentDto input)
    {
        var products = await ProductsAsync(input.Lines);
        var tax = input.Lines.Exists(line => line.TaxPercent is null) ? await taxes.GetPercentAsync(input.Date) : 0;
        return [.. input.Lines.Select(line => Read(line, products, tax))];
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

    private static LineContent Read(DraftLineDto line, Dictionary<Guid, ProductInfo> products, decimal tax)
    {
        ProductInfo? product = null;
        if (line.ProductId is { } id && !products.TryGetValue(id, out product))
        {
            throw new BusinessException(InvoicingErrorCodes.ProductNotFound).WithData("Line", line.Description);
        }
        var description = string.IsNullOrWhiteSpace(line.Description) ? product?.Name ?? "" : line.Description;
        return new LineContent(
            line.ProductId, description, line.Quantity, line.UnitPrice, line.DiscountPercent, line.TaxPercent ?? tax, line.DiscountAmount, line.SourceOrdinal);
    }
}
