using Inventory.Products;
using Invoicing.CreditNotes;
using Invoicing.Documents;
using Invoicing.Invoices;
using Invoicing.Localization;
using Invoicing.Permissions;
using Kernel.Imports;
using Kernel.Monetary;
using Microsoft.Extensions.Localization;
using Parties.Parties;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Linq;

namespace Invoicing.Imports;

/// <summary>
/// Invoices and credit notes of another system, one row a line. They are issued under the numbers they had there and posted as
/// any other; they move no stock, because what is on hand begins with a count. A number that is there already is left alone.
/// </summary>
/// <remarks>Options: "currency" (GBP) and "source" (online-retail), the system whose customer ids these are.</remarks>
public class SalesHistoryImporter(
    IRepository<Invoice, Guid> invoices, IRepository<CreditNote, Guid> creditNotes, IReadOnlyRepository<SalesDocument, Guid> documents,
    IPartyRegister parties, IProductRegister products, IAsyncQueryableExecuter executer, IGuidGenerator guids,
    IStringLocalizer<InvoicingResource> texts) : IImporter, ITransientDependency
{
    internal const string InvoiceNo = "InvoiceNo";
    internal const string StockCode = "StockCode";
    internal const string Description = "Description";
    internal const string Quantity = "Quantity";
    internal const string InvoiceDate = "InvoiceDate";
    internal const string UnitPrice = "UnitPrice";
    internal const string CustomerId = "CustomerID";
    internal const string Country = "Country";

    /// <summary>Key of the one customer who stands for all that are not named.</summary>
    private const string CashCustomer = "cash";
    private const string Unit = "pc";

    /// <summary>Codes that are charges, not goods: postage, carriage, discount, manual, samples, fees, gifts to charity, bad debt.</summary>
    private static readonly HashSet<string> Charges = new(StringComparer.OrdinalIgnoreCase)
        { "POST", "DOT", "C2", "M", "D", "S", "BANK CHARGES", "AMAZONFEE", "CRUK", "B", "PADS" };

    public string Name => "sales-history";

    public string? Permission => InvoicingPermissions.Invoices.Import;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(InvoiceNo, true, "Invoice"), new(StockCode, true), new(Description, false), new(Quantity, true),
        new(InvoiceDate, true), new(UnitPrice, true, "Price"), new(CustomerId, false, "Customer ID"), new(Country, false),
    ];

    public string? GroupColumn => InvoiceNo;

    public async Task<IReadOnlyList<RowResult>> ImportAsync(ImportBatch batch)
    {
        var results = new List<RowResult>();
        var histories = Read(batch, results);
        var known = await KnownAsync(histories);
        var added = histories.Where(history => !known.ContainsKey(history.Number)).ToList();

        await AddAsync(added, batch.Options.GetValueOrDefault("currency") ?? Currencies.Pound, batch.Options.GetValueOrDefault("source") ?? "online-retail");
        results.AddRange(added.SelectMany(history => history.Lines).Select(line => RowResult.Created(line.Row)));
        results.AddRange(histories.Where(history => known.ContainsKey(history.Number)).SelectMany(history => Compare(history, known[history.Number])));
        return results;
    }

    /// <summary>The lines of a number belong together, also when another number stands between them.</summary>
    private static List<History> Read(ImportBatch batch, List<RowResult> results)
    {
        var histories = new List<History>();
        foreach (var rows in batch.Groups.GroupBy(group => group.Key).Select(number => number.SelectMany(group => group.Rows).ToList()))
        {
            var read = rows.ConvertAll(SalesHistoryLine.Read);
            if (read.Find(one => one.Refusal is not null).Refusal is { } refusal)
            {
                results.AddRange(new ImportGroup(null, rows).Refuse(refusal.Row, refusal.ReasonCode!, [.. refusal.Data!.Select(item => (item.Key, item.Value))]));
            }
            else
            {
                histories.Add(new History(read.ConvertAll(one => one.Line!)));
            }
        }
        return histories;
    }

    private async Task<Dictionary<string, int>> KnownAsync(List<History> histories)
    {
        var numbers = histories.ConvertAll(history => history.Number);
        var known = await executer.ToListAsync((await documents.GetQueryableAsync())
            .Where(document => (document.Kind == DocumentKind.Invoice || document.Kind == DocumentKind.CreditNote) && numbers.Contains(document.Number!))
            .Select(document => new { document.Number, Lines = document.Lines.Count }));
        return known.ToDictionary(document => document.Number!, document => document.Lines);
    }

    /// <summary>A known number with as many lines is the same document; with another count it is refused, not lost.</summary>
    private static IEnumerable<RowResult> Compare(History history, int lines) => history.Lines.Select(line => lines == history.Lines.Count
        ? RowResult.Unchanged(line.Row)
        : RowResult.Refused(line.Row, InvoicingErrorCodes.NumberTaken, ("Number", history.Number)));

    private async Task AddAsync(List<History> added, string currency, string source)
    {
        if (added.Count == 0)
        {
            return;
        }
        var partyIds = await parties.EnsureAsync(source, [.. added.Select(ToParty).DistinctBy(party => party.Key)]);
        var productIds = await products.EnsureAsync([.. added.SelectMany(history => history.Lines).Select(line => new ProductToRegister(
            line.Code, line.Description, Unit, line.DocumentPrice, currency, TracksStock: !IsCharge(line.Code)))]);

        var (issued, credited) = (new List<Invoice>(), new List<CreditNote>());
        foreach (var history in added)
        {
            var content = new DocumentContent(
                partyIds[history.CustomerKey ?? CashCustomer], history.Date, null, currency, null,
                [.. history.Lines.Select(line => new LineContent(
                    productIds[line.Code], line.Description ?? line.Code, line.DocumentQuantity, line.DocumentPrice))]);
            if (history.IsCredit)
            {
                var creditNote = new CreditNote(guids.Create(), content);
                creditNote.Issue(history.Number, invoice: null);
                credited.Add(creditNote);
            }
            else
            {
                var invoice = new Invoice(guids.Create(), content);
                invoice.Issue(history.Number);
                issued.Add(invoice);
            }
        }
        await invoices.InsertManyAsync(issued);
        await creditNotes.InsertManyAsync(credited);
    }

    private ExternalParty ToParty(History history) => history.CustomerKey is { } key
        ? new ExternalParty(key, PartyKind.Company, $"Customer {key}", PartyRoles.Customer, history.Country)
        : new ExternalParty(CashCustomer, PartyKind.Company, texts["Import:CashCustomer"], PartyRoles.Customer);

    private static bool IsCharge(string code) => Charges.Contains(code) || code.StartsWith("gift_", StringComparison.OrdinalIgnoreCase);

    /// <summary>One document of the history.</summary>
    private record History(List<SalesHistoryLine> Lines)
    {
        public string Number => Lines[0].Number;
        public DateOnly Date => Lines[0].Date;
        public bool IsCredit => Lines[0].IsCredit;
        public string? CustomerKey => Lines[0].CustomerKey;
        public string? Country => Lines[0].Country;
    }
}
