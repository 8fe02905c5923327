using Inventory.Prices;
using Inventory.Products;
using Invoicing.Features;
using Invoicing.Localization;
using Invoicing.Permissions;
using Invoicing.Quotes;
using Invoicing.Web;
using Kernel.Displaying;
using Kernel.Monetary;
using Kernel.Rights;
using Kernel.Texts;
using Microsoft.Extensions.Localization;
using Parties.Sales;
using Volo.Abp;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Features;
using Volo.Abp.Linq;

namespace Invoicing.Documents;

/// <summary>Quotes made for another module's record, and the orders and invoices that came of them: one statement to read.</summary>
public class InvoicingSalesDesk(
    IReadOnlyRepository<SalesDocument, Guid> documents, IQuoteAppService quotes, IProductCatalog catalog, IPriceOffers offers, IAsyncQueryableExecuter executer,
    IFeatureChecker features, IPermissionChecker permissions, IRights rights, IDisplay display, IStringLocalizer<InvoicingResource> texts)
    : ISalesDesk, ITransientDependency
{
    private const int MaxDocuments = 50;
    private const int DaysValid = 14;
    private const string Send = "Send", Order = "CreateOrder", AcceptAndOrder = "AcceptAndOrder", Decline = "Decline";

    public async Task<SalesDeskRights> GetRightsAsync() => await features.IsEnabledAsync(InvoicingFeatures.Enable)
        ? new SalesDeskRights((await ReadableAsync()).Count > 0, await MayQuoteAsync())
        : SalesDeskRights.None;

    public async Task<IReadOnlyList<SaleProduct>> FindProductsAsync(Guid partyId, string? text) => await MayQuoteAsync()
        ? await OfferAsync(partyId, (await catalog.GetLookupAsync(text)).ConvertAll(product => new SaleProduct(
            product.Id, product.Code, product.Name, product.Unit, product.UnitPrice, product.Currency, product.TracksStock ? product.Available : null)))
        : [];

    public async Task<IReadOnlyList<SaleProduct>> GetProductsAsync(Guid partyId, IReadOnlyCollection<Guid> ids) => ids.Count == 0
        ? []
        : await OfferAsync(partyId, (await catalog.GetManyAsync(ids)).ConvertAll(product => new SaleProduct(
            product.Id, product.Code, product.Name, product.Unit, product.UnitPrice, product.Currency, product.TracksStock ? product.Available : null)));

    public async Task<IReadOnlyList<SaleDocument>> GetDocumentsAsync(Guid originId)
    {
        var kinds = await ReadableAsync();
        if (kinds.Count == 0)
        {
            return [];
        }
        var rows = await executer.ToListAsync((await documents.GetQueryableAsync())
            .Where(document => document.OriginId == originId && kinds.Contains(document.Kind))
            .OrderBy(document => document.CreationTime).ThenBy(document => document.Id).Take(MaxDocuments)
            .Select(document => new { document.Id, document.Kind, document.Number, document.Date, document.Due, document.State, document.Total, document.OpenAmount }));
        var (mayQuote, mayOrder) = (await permissions.IsGrantedAsync(InvoicingPermissions.Quotes.Manage), await permissions.IsGrantedAsync(InvoicingPermissions.Orders.Manage));
        var seen = await WithAmountsAsync(kinds);
        return rows.ConvertAll(row =>
        {
            var status = DocumentStatuses.Of(row.Kind, row.State, row.Due, row.Total.Amount, row.OpenAmount, display.Today);
            return new SaleDocument(
                row.Id, DocumentPageModel.IconOf(row.Kind), $"{texts["Kind:" + row.Kind]} {row.Number ?? texts["DraftNumber"]}", row.Date,
                row.Kind == DocumentKind.Quote ? row.Due : null, seen.Contains(row.Kind) ? row.Total : null, texts["Enum:DocumentStatus." + status],
                DocumentStatuses.Tone(status), DocumentUrls.Details(row.Kind, row.Id), row.Kind == DocumentKind.Quote && mayQuote ? Acts(row.State, status, mayOrder) : []);
        });
    }

    public async Task<Guid> QuoteAsync(QuoteRequest request)
    {
        var products = (await catalog.GetManyAsync([.. request.Lines.Select(line => line.ProductId)])).ToDictionary(product => product.Id);
        var currencies = products.Values.Select(product => product.Currency).Distinct().ToList();
        if (currencies.Count > 1)
        {
            throw new BusinessException(InvoicingErrorCodes.QuoteInSeveralCurrencies).WithData("Currencies", currencies.Listed());
        }
        var currency = currencies.FirstOrDefault(Currencies.Rial);
        var prices = await offers.GetAsync(request.PartyId, currency, display.Today, products.Keys);
        return await quotes.CreateAsync(new DraftDocumentDto
        {
            PartyId = request.PartyId, OriginId = request.OriginId, Date = display.Today, Due = display.Today.AddDays(DaysValid), Note = request.Note,
            Currency = currency,
            Lines = [.. request.Lines.Select(line => ToLine(line, products.GetValueOrDefault(line.ProductId), prices.GetValueOrDefault(line.ProductId)))],
        });
    }

    public async Task DoAsync(Guid originId, Guid documentId, string act)
    {
        if (!(await documents.AnyAsync(document => document.Id == documentId && document.OriginId == originId)))
        {
            throw new EntityNotFoundException(typeof(SalesDocument), documentId);
        }
        switch (act)
        {
            case Send: await quotes.SendAsync(documentId); break;
            case Decline: await quotes.DeclineAsync(documentId); break;
            case Order: await quotes.CreateOrderAsync(documentId); break;
            case AcceptAndOrder: await quotes.AcceptAndOrderAsync(documentId); break;
            default: throw new EntityNotFoundException();
        }
    }

    /// <summary>Each in its product's own currency, in which its quote is made.</summary>
    private async Task<List<SaleProduct>> OfferAsync(Guid partyId, List<SaleProduct> products)
    {
        var prices = new Dictionary<Guid, decimal>();
        foreach (var same in products.GroupBy(product => product.Currency))
        {
            foreach (var (id, price) in await offers.GetAsync(partyId, same.Key, display.Today, [.. same.Select(product => product.Id)]))
            {
                prices[id] = price;
            }
        }
        return products.ConvertAll(product => product with { UnitPrice = prices.GetValueOrDefault(product.Id, product.UnitPrice) });
    }

    private static DraftLineDto ToLine(QuoteRequestLine line, ProductInfo? product, decimal price) => new()
    {
        ProductId = line.ProductId, Description = product?.Name ?? "", Quantity = line.Quantity, DiscountPercent = line.DiscountPercent,
        UnitPrice = price, TaxPercent = (product?.TaxRate ?? 0) * 100,
    };

    private IReadOnlyList<SaleAct> Acts(DocumentState state, DocumentStatus status, bool mayOrder)
    {
        string[] keys = state switch
        {
            DocumentState.Draft => [Send],
            DocumentState.Sent when status == DocumentStatus.Expired || !mayOrder => [Decline],
            DocumentState.Sent => [AcceptAndOrder, Decline],
            DocumentState.Accepted when mayOrder => [Order],
            _ => [],
        };
        return [.. keys.Select(key => new SaleAct(key, texts["Act:" + key]))];
    }

    /// <summary>Who may not change amounts cannot write the lines of a quote.</summary>
    private async Task<bool> MayQuoteAsync() => await permissions.IsGrantedAsync(InvoicingPermissions.Quotes.Manage)
        && await rights.GetAccessAsync(InvoicingPermissions.ToAmounts(DocumentKind.Quote)) == FieldAccess.Changeable;

    private async Task<List<DocumentKind>> ReadableAsync()
    {
        var kinds = new List<DocumentKind>();
        foreach (var kind in DocumentUrls.Kinds)
        {
            if (await permissions.IsGrantedAsync(InvoicingPermissions.ToRead(kind))) { kinds.Add(kind); }
        }
        return kinds;
    }

    private async Task<HashSet<DocumentKind>> WithAmountsAsync(List<DocumentKind> kinds)
    {
        var seen = new HashSet<DocumentKind>();
        foreach (var kind in kinds)
        {
            if (await rights.GetAccessAsync(InvoicingPermissions.ToAmounts(kind)) >= FieldAccess.Visible) { seen.Add(kind); }
        }
        return seen;
    }
}
