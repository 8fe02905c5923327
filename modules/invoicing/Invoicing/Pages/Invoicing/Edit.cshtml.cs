using Kernel.Reading;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Inventory.Deliveries;
using Inventory.Prices;
using Inventory.Products;
using Invoicing.CreditNotes;
using Invoicing.Documents;
using Invoicing.Invoices;
using Invoicing.Orders;
using Invoicing.Permissions;
using Invoicing.Quotes;
using Invoicing.Settings;
using Invoicing.Taxes;
using Kernel.Components;
using Kernel.Monetary;
using Kernel.Rights;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Parties;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.Authorization;
using Volo.Abp.Settings;

namespace Invoicing.Web;

/// <summary>Writes a draft, new or again. What a picker's script did not choose is understood from the text typed.</summary>
[Reads("Invoicing.{kind}", Id = "id")]
public class EditModel : DocumentPageModel
{
    private const int BlankLines = 3;

    private Dictionary<Guid, ProductInfo> _products = [];

    [BindProperty(SupportsGet = true)] public Guid? Id { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? PartyId { get; set; }

    /// <summary>The currency that the prices were shown in.</summary>
    [BindProperty] public string? DrawnCurrency { get; set; }

    [BindProperty] public DraftInput Input { get; set; } = new();

    public string PartyName { get; private set; } = "";

    /// <summary>Customer and currency are those of the document it was made from.</summary>
    public bool IsBound { get; private set; }

    /// <summary>Else the lines stand as they are and the form does not send them.</summary>
    public bool MayWriteAmounts { get; private set; }

    /// <summary>Of an order, where its goods can be reserved; the main one first.</summary>
    public IReadOnlyList<SelectListItem> Warehouses { get; private set; } = [];

    public IEnumerable<SelectListItem> CurrencyChoices => Currencies.All.Select(currency => new SelectListItem(Display.Unit(currency), currency));

    /// <summary>What a line added in the browser starts with: the same as the blank lines that the form ends with.</summary>
    public string BlankLine => JsonSerializer.Serialize(new Dictionary<string, string>
    {
        [nameof(LineInput.Quantity)] = Display.NumberInput(Input.Lines[^1].Quantity ?? 1),
        [nameof(LineInput.TaxPercent)] = Display.NumberInput(Input.Lines[^1].TaxPercent ?? 0),
    });

    public string ProductName(int line) =>
        Input.Lines[line].ProductId is { } id && _products.TryGetValue(id, out var product) ? NameOf(product.Code, product.Name) : "";

    public string LookupUrl(string handler) => $"{Request.Path}?handler={handler}";

    public virtual async Task<IActionResult> OnGetAsync()
    {
        await CheckPolicyAsync(InvoicingPermissions.ToManage(Kind));
        Input = await ReadAsync();
        await CompleteAsync();
        return Page();
    }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        ValidateModel();
        if (DrawnCurrency != Input.Currency)
        {
            ModelState.AddModelError("Input.Currency", L["PricesAreIn", Display.Unit(Input.Currency)]);
            return await OnPostRedrawAsync();
        }
        var draft = await ToDraftAsync();
        var id = await SaveAsync(draft);
        Toast(L["Done:Saved"]);
        return Redirect(DocumentUrls.Details(Kind, id));
    }

    /// <summary>Shows the form again with room for more lines, or with prices in the currency now chosen; saves nothing.</summary>
    public virtual async Task<IActionResult> OnPostRedrawAsync()
    {
        await CheckPolicyAsync(InvoicingPermissions.ToManage(Kind));
        await CompleteAsync();
        return Page();
    }

    [Reads(PartiesPermissions.Parties.Default, Words = "term")]
    public virtual async Task<IActionResult> OnGetPartyAsync(string? term) => Lookup(
        (await The<IPartyAppService>().GetLookupAsync(new PartyLookupInput { Text = term })).Select(party => new LookupItem(party.Id.ToString(), party.Name, party.Number)));

    /// <remarks>The catalogue asks for no right of its own: who writes documents may see what can be sold.</remarks>
    /// <param name="date">Of the document, as typed; with the customer and the currency it says which price list holds.</param>
    public virtual async Task<IActionResult> OnGetProductAsync(string? term, string? currency, string? date)
    {
        await CheckPolicyAsync(InvoicingPermissions.ToManage(Kind));
        var products = await The<IProductCatalog>().GetLookupAsync(term);
        var prices = await OffersAsync(PartyId, currency ?? "", Display.TryParseDate(date, out var day) ? day : Today, products.ConvertAll(product => product.Id));
        return Lookup(products.Select(product =>
        {
            var price = prices.TryGetValue(product.Id, out var offered) ? Money.Of(offered, currency!) : (Money?)null;
            return new LookupItem(
                product.Id.ToString(), NameOf(product.Code, product.Name), Display.Money(price ?? Money.Of(product.UnitPrice, product.Currency)), Fill(product, price));
        }));
    }

    /// <param name="price">Null where there is none in the document's currency: it is left to be typed.</param>
    private Dictionary<string, string> Fill(ProductLookupDto product, Money? price) => new()
    {
        [nameof(LineInput.Description)] = product.Name,
        [nameof(LineInput.UnitPrice)] = price is { } offered ? Display.AmountInput(offered) : "",
        [nameof(LineInput.TaxPercent)] = Display.NumberInput(product.TaxRate * 100),
    };

    private async Task<DraftInput> ReadAsync()
    {
        if (Id is not { } id)
        {
            return await BlankAsync();
        }
        var document = await The<ISalesDocumentAppService>().GetAsync(id);
        IsBound = Kind == DocumentKind.CreditNote || (Kind == DocumentKind.Invoice && document.Lines.Any(line => line.SourceOrdinal is not null));
        return DraftInput.Of(document);
    }

    private async Task<IReadOnlyDictionary<Guid, decimal>> OffersAsync(Guid? partyId, string currency, DateOnly date, List<Guid> productIds) =>
        productIds.Count > 0 && Currencies.IsKnown(currency) ? await The<IPriceOffers>().GetAsync(partyId, currency, date, productIds) : new Dictionary<Guid, decimal>();

    private async Task<DraftInput> BlankAsync() => new()
    {
        PartyId = PartyId,
        Date = Today,
        Due = Kind == DocumentKind.Invoice ? await The<PaymentTerms>().GetDueAsync(Today) : null,
        Currency = await SettingProvider.GetOrNullAsync(InvoicingSettings.DefaultCurrency) ?? Currencies.Rial,
    };

    /// <summary>What the form shows besides what is written: names, and room for more lines.</summary>
    private async Task CompleteAsync()
    {
        MayWriteAmounts = await The<IRights>().GetAccessAsync(InvoicingPermissions.ToAmounts(Kind)) == FieldAccess.Changeable;
        if (!MayWriteAmounts && Id is null)
        {
            throw new AbpAuthorizationException();
        }
        if (Input.PartyId is { } partyId && (await The<IPartyReader>().GetNamesAsync([partyId])) is [var party])
        {
            PartyName = party.Name;
        }
        var ids = Input.Lines.Where(line => line.ProductId is not null).Select(line => line.ProductId!.Value).Distinct().ToList();
        _products = ids.Count == 0 ? [] : (await The<IProductCatalog>().GetManyAsync(ids)).ToDictionary(product => product.Id);
        if (Kind == DocumentKind.Order)
        {
            Warehouses = [.. (await The<IOrderDeliveries>().GetWarehousesAsync()).Select(place => new SelectListItem(place.Name, place.Id.ToString()))];
        }
        var taxPercent = await The<TaxTable>().GetPercentAsync(Input.Date);
        Input.Lines.AddRange(Enumerable.Range(0, BlankLines).Select(_ => new LineInput { Quantity = 1, TaxPercent = taxPercent }));
    }

    private async Task<Guid> SaveAsync(DraftDocumentDto draft)
    {
        if (Id is not { } id)
        {
            return Kind switch
            {
                DocumentKind.Quote => await The<IQuoteAppService>().CreateAsync(draft),
                DocumentKind.Order => await The<IOrderAppService>().CreateAsync(draft),
                _ => await The<IInvoiceAppService>().CreateAsync(draft),
            };
        }
        await (Kind switch
        {
            DocumentKind.Quote => The<IQuoteAppService>().UpdateAsync(id, draft),
            DocumentKind.Order => The<IOrderAppService>().UpdateAsync(id, draft),
            DocumentKind.Invoice => The<IInvoiceAppService>().UpdateAsync(id, draft),
            _ => The<ICreditNoteAppService>().UpdateAsync(id, draft),
        });
        return id;
    }

    /// <summary>A request needs few of the page's services, and each is made with all that it works with.</summary>
    private T The<T>() => LazyServiceProvider.LazyGetRequiredService<T>();

    private async Task<DraftDocumentDto> ToDraftAsync()
    {
        var partyId = Input.PartyId ?? await FindPartyAsync(Input.PartyIdText);
        return new DraftDocumentDto
        {
            PartyId = partyId,
            Date = Input.Date,
            Due = Input.Due,
            Currency = Input.Currency,
            WarehouseId = Input.WarehouseId,
            Note = Input.Note,
            DiscountPercent = Input.DiscountPercent ?? 0,
            Lines = await ToLinesAsync(partyId),
            ConcurrencyStamp = Input.ConcurrencyStamp,
        };
    }

    private async Task<Guid> FindPartyAsync(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            throw new BusinessException(InvoicingErrorCodes.PartyNotChosen);
        }
        return await The<IPartyAppService>().GetLookupAsync(new PartyLookupInput { Text = typed }) is [var party]
            ? party.Id
            : throw new BusinessException(InvoicingErrorCodes.PartyNotFound).WithData("Text", typed);
    }

    /// <summary>A product whose price nobody has typed gets what the customer is offered.</summary>
    private async Task<List<DraftLineDto>> ToLinesAsync(Guid partyId)
    {
        var lines = new List<DraftLineDto>();
        var unpriced = new List<DraftLineDto>();
        foreach (var typed in Input.Lines.Where(line => !line.IsBlank))
        {
            var line = await ToLineAsync(typed);
            lines.Add(line);
            if (typed.UnitPrice is null && line.ProductId is not null)
            {
                unpriced.Add(line);
            }
        }
        var prices = await OffersAsync(partyId, Input.Currency, Input.Date, unpriced.ConvertAll(line => line.ProductId!.Value));
        unpriced.ForEach(line => line.UnitPrice = prices.GetValueOrDefault(line.ProductId!.Value));
        return lines;
    }

    /// <summary>Text that names no product is a line of its own words.</summary>
    private async Task<DraftLineDto> ToLineAsync(LineInput line)
    {
        var product = line.ProductId is null && !string.IsNullOrWhiteSpace(line.ProductIdText) ? await FindProductAsync(line.ProductIdText) : null;
        return new DraftLineDto
        {
            ProductId = line.ProductId ?? product?.Id,
            Description = string.IsNullOrWhiteSpace(line.Description) ? product?.Name ?? line.ProductIdText ?? "" : line.Description,
            Quantity = line.Quantity ?? 1,
            UnitPrice = line.UnitPrice ?? 0,
            DiscountPercent = line.DiscountPercent ?? 0,
            DiscountAmount = line.DiscountPercent > 0 ? null : line.DiscountAmount,
            TaxPercent = line.TaxPercent,
            SourceOrdinal = line.SourceOrdinal,
        };
    }

    private async Task<ProductLookupDto?> FindProductAsync(string typed)
    {
        var found = await The<IProductCatalog>().GetLookupAsync(typed);
        return found.FirstOrDefault(product => string.Equals(product.Code, typed.Trim(), StringComparison.OrdinalIgnoreCase)
            || NameOf(product.Code, product.Name) == typed.Trim()) ?? (found is [var only] ? only : null);
    }

    private static string NameOf(string code, string name) => $"{code} – {name}";

    public class DraftInput
    {
        public Guid? PartyId { get; set; }
        public string? PartyIdText { get; set; }
        public DateOnly Date { get; set; }
        public DateOnly? Due { get; set; }
        public string Currency { get; set; } = Currencies.Rial;

        /// <summary>Of an order.</summary>
        public Guid? WarehouseId { get; set; }

        [StringLength(DocumentConsts.MaxNoteLength)]
        public string? Note { get; set; }

        public decimal? DiscountPercent { get; set; }
        public List<LineInput> Lines { get; set; } = [];
        public string? ConcurrencyStamp { get; set; }

        public static DraftInput Of(SalesDocumentDto document) => new()
        {
            PartyId = document.PartyId,
            Date = document.Date,
            Due = document.Due,
            Currency = document.Currency,
            WarehouseId = document.WarehouseId,
            Note = document.Note,
            DiscountPercent = document.DiscountPercent is > 0 ? document.DiscountPercent : null,
            Lines = document.Amounts == FieldAccess.Changeable ? [.. document.Lines.Select(LineInput.Of)] : [],
            ConcurrencyStamp = document.ConcurrencyStamp,
        };
    }

    public class LineInput
    {
        public Guid? ProductId { get; set; }
        public string? ProductIdText { get; set; }

        [StringLength(DocumentConsts.MaxDescriptionLength)]
        public string? Description { get; set; }

        public decimal? Quantity { get; set; }
        public decimal? UnitPrice { get; set; }
        public decimal? DiscountPercent { get; set; }

        /// <summary>A discount that is no percentage stays until one is typed.</summary>
        public decimal? DiscountAmount { get; set; }

        public decimal? TaxPercent { get; set; }

        /// <inheritdoc cref="DraftLineDto.SourceOrdinal"/>
        public int? SourceOrdinal { get; set; }

        public bool IsBlank =>
            ProductId is null && UnitPrice is null && string.IsNullOrWhiteSpace(ProductIdText) && string.IsNullOrWhiteSpace(Description);

        public static LineInput Of(SalesDocumentLineDto line) => new()
        {
            ProductId = line.ProductId,
            Description = line.Description,
            Quantity = line.Quantity,
            UnitPrice = line.UnitPrice,
            DiscountPercent = line.DiscountPercent,
            DiscountAmount = line is { DiscountPercent: 0, Discount: { IsZero: false } discount } ? discount.ToDecimal() : null,
            TaxPercent = line.TaxPercent,
            SourceOrdinal = line.SourceOrdinal,
        };
    }
}
