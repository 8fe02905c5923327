using Invoicing.Documents;
using System.Data.Common;
using Kernel.Calendars;
using Kernel.Texts;

namespace Benchmarks.Measuring;

/// <summary>Whom the visitor asks for: customers with a business from all over the data set, in a fixed order.</summary>
internal sealed class Samples(IReadOnlyList<(Guid Id, string Name, string SortKey)> customers, IReadOnlyList<string> phones)
{
    private const int Wanted = 500;
    private const int PartOfName = 4, EndOfPhone = 7;

    public static Samples Read(DbConnection database, Guid tenantId)
    {
        using var command = database.CreateCommand();
        command.CommandText = """
            SELECT p."Id", p."Name", p."SortKey", (SELECT MAX(c."PhoneKey") FROM "PtyContactPoints" c WHERE c."PartyId" = p."Id")
            FROM "PtyParties" p WHERE p."TenantId" = @t AND p."RoleTokens" LIKE '%|customer|%' AND NOT EXISTS (SELECT 1 FROM "CrmOpportunities" o WHERE o."TenantId" = @t AND o."CustomerId" = p."Id") ORDER BY p."Id"
            """;
        var tenant = command.CreateParameter();
        (tenant.ParameterName, tenant.Value) = ("t", tenantId);
        command.Parameters.Add(tenant);
        var all = new List<(Guid, string, string, string)>();
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read()) { all.Add((reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3))); }
        }
        // A step that shares no factor with the number of kinds of customers.
        var step = Math.Max(1, all.Count / Wanted) | 1;
        var some = all.Where((_, i) => i % step == 0).ToList();
        return new Samples(some.ConvertAll(row => (row.Item1, row.Item2, row.Item3)), some.ConvertAll(row => row.Item4));
    }

    public IReadOnlyList<BenchTask> Tasks =>
    [
        new("file", i => $"/Crm/Customers/File/{Of(i).Id}", i => $"/file/{Of(i).Id}"),
        new("list", i => $"/Crm/Customers?AfterKey={Uri.EscapeDataString(Of(i).SortKey)}&AfterId={Of(i).Id}", i => $"/list?key={Uri.EscapeDataString(Of(i).SortKey)}&after={Of(i).Id}"),
        new("search-name", i => $"/Crm/Customers?Q={Uri.EscapeDataString(PartOf(i))}", i => $"/name?words={Uri.EscapeDataString(PersianText.SearchKey(PartOf(i)))}", IsFragment: true),
        new("search-phone", i => $"/Crm/Customers?Q={EndOf(i)}", i => $"/phone?from={phones[i % phones.Count][..EndOfPhone]}", IsFragment: true),
        new("export", i => $"/Export/parties?role=customer&q={Uri.EscapeDataString(PartOf(i))}", i => $"/export?words={Uri.EscapeDataString(PersianText.SearchKey(PartOf(i)))}",
            Form: _ => [new("Purpose", "how much a file costs")], IsFile: true),
        new("ageing", _ => "/Accounting/Receivables", _ => "/ageing", IsFragment: true),
        new("create-quote", _ => DocumentUrls.New(DocumentKind.Quote), i => $"/quote?party={Of(i).Id}", Form: QuoteForm),
    ];

    private (Guid Id, string Name, string SortKey) Of(int index) => customers[index % customers.Count];

    /// <summary>Of the second word, spelt as on an Arabic keyboard every other time.</summary>
    private string PartOf(int index)
    {
        var words = Of(index).Name.Split(' ');
        var word = words[Math.Min(1, words.Length - 1)];
        var part = word[..Math.Min(PartOfName, word.Length)];
        return index % 2 == 0 ? part : part.Replace('ی', 'ي').Replace('ک', 'ك');
    }

    private string EndOf(int index) => new([.. phones[index % phones.Count][..EndOfPhone].Reverse()]);

    private IEnumerable<KeyValuePair<string, string>> QuoteForm(int index) =>
    [
        new("Input.PartyId", Of(index).Id.ToString()), new("Input.Currency", "IRR"), new("DrawnCurrency", "IRR"),
        new("Input.Date", JalaliCalendar.Format(DateOnly.FromDateTime(DateTime.UtcNow))),
        .. Enumerable.Range(0, 3).SelectMany(line => new KeyValuePair<string, string>[]
        {
            new($"Input.Lines[{line}].Description", "چاپگر لیزری"), new($"Input.Lines[{line}].Quantity", "2"),
            new($"Input.Lines[{line}].UnitPrice", "1000000"), new($"Input.Lines[{line}].TaxPercent", "10"),
        }),
    ];
}
