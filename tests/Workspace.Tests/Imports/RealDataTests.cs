using Crm.Contacts;
using Inventory.Products;
using Invoicing;
using Invoicing.CreditNotes;
using Invoicing.Invoices;
using Kernel.Imports;
using Kernel.Monetary;
using Parties.Parties;
using Xunit.Abstractions;

namespace Workspace.Tests.Imports;

/// <summary>Public data as it is, through the whole workspace.</summary>
public class RealDataTests(ITestOutputHelper output) : ImportTest
{
    /// <summary>As PROVENANCE.md gives them: month, value of what is no cancellation, cancelled, net, invoices; and write-offs among them.</summary>
    private static readonly (string Month, decimal Value, decimal Cancelled, decimal Net, int Numbers, int WriteOffs)[] Months =
    [
        ("2010-12", 823746.14m, -74789.12m, 748957.02m, 2025, 70),
        ("2011-01", 691364.56m, -131364.30m, 560000.26m, 1476, 96),
        ("2011-02", 523631.89m, -25569.24m, 498062.65m, 1393, 48),
        ("2011-03", 717639.36m, -34372.28m, 683267.08m, 1983, 134),
        ("2011-04", 537808.62m, -44601.50m, 493207.12m, 1744, 186),
        ("2011-05", 770536.02m, -47202.51m, 723333.51m, 2162, 117),
        ("2011-06", 761739.90m, -70616.78m, 691123.12m, 2012, 107),
        ("2011-07", 719221.19m, -37921.08m, 681300.11m, 1927, 117),
        ("2011-08", 737014.26m, -54333.75m, 682680.51m, 1737, 50),
    ];

    [RealDataFact]
    public async Task Nine_months_of_a_shop_reconcile_to_the_penny_and_a_second_run_makes_nothing()
    {
        var file = RealData.File("online_retail", "online_retail_2010-12_to_2011-08.csv.gz");
        var first = await ImportFile("sales-history", file);
        Tell(first);

        (first.State, first.Rows, first.Created, first.Refused).ShouldBe((ImportState.Completed, 320_705, 319_780, 925));
        first.RefusedByReason.ShouldBe(new Dictionary<string, long> { [InvoicingErrorCodes.WriteOff] = 925 });
        await EverythingIsThereOnce();

        var second = await ImportFile("sales-history", file);
        Tell(second);
        (second.Rows, second.Created, second.Updated, second.Unchanged, second.Refused).ShouldBe((320_705, 0, 0, 319_780, 925));
        await EverythingIsThereOnce();
    }

    private async Task EverythingIsThereOnce()
    {
        var invoices = await Ask<Invoice, List<(string Number, DateOnly Date, decimal Total)>>(all =>
            [.. all.Select(invoice => new { invoice.Number, invoice.Date, invoice.Total }).AsEnumerable().Select(one => (one.Number!, one.Date, one.Total.ToDecimal()))]);
        var credits = await Ask<CreditNote, List<(string Number, DateOnly Date, decimal Total)>>(all =>
            [.. all.Select(credit => new { credit.Number, credit.Date, credit.Total }).AsEnumerable().Select(one => (one.Number!, one.Date, -one.Total.ToDecimal()))]);
        (invoices.Count, credits.Count).ShouldBe((12_978, 2_556));

        invoices.Concat(credits).GroupBy(one => $"{one.Date:yyyy-MM}").OrderBy(month => month.Key)
            .Select(month => (
                month.Key,
                month.Where(one => one.Number[0] != 'C').Sum(one => one.Total),
                month.Where(one => one.Number[0] == 'C').Sum(one => one.Total),
                month.Sum(one => one.Total),
                month.Count()))
            .ShouldBe(Months.Select(month => (month.Month, month.Value, month.Cancelled, month.Net, month.Numbers - month.WriteOffs)));
        (await ReceivableOf(Currencies.Pound)).ShouldBe(5_761_931.38m);
        (await Ask<Product, int>(all => all.Count())).ShouldBe(3_567);
    }

    [RealDataTheory]
    [InlineData("contacts.csv", 835, "utf-8", ",")]
    [InlineData("contacts_utf8_bom.csv", 200, "utf-8", ",")]
    [InlineData("contacts_utf16le_tab.txt", 200, "utf-16", "\t")]
    [InlineData("contacts_windows1256_semicolon.csv", 200, "windows-1256", ";")]
    public async Task An_address_book_becomes_people_and_the_contacts_of_their_companies(string name, int rows, string encoding, string delimiter)
    {
        var first = await ImportFile("contacts", RealData.File("persian_contacts_messy", name));
        Tell(first);
        (first.State, first.Rows, first.Refused, first.Encoding, first.Delimiter).ShouldBe((ImportState.Completed, rows, 0, encoding, delimiter));
        var made = await Counts();
        made.Persons.ShouldBe((int)first.Created);
        made.Companies.ShouldBeGreaterThan(0);
        made.Contacts.ShouldBeGreaterThan(0);

        var second = await ImportFile("contacts", RealData.File("persian_contacts_messy", name));
        (second.Created, second.Updated, second.Unchanged).ShouldBe((0, 0, rows));
        (await Counts()).ShouldBe(made);
    }

    private async Task<(int Persons, int Companies, int Contacts)> Counts()
    {
        var counts = (
            await Ask<Party, int>(all => all.Count(party => party.Kind == PartyKind.Person)),
            await Ask<Party, int>(all => all.Count(party => party.Kind == PartyKind.Company)),
            await Ask<Contact, int>(all => all.Count()));
        output.WriteLine(counts.ToString());
        return counts;
    }

    private void Tell(ImportProgress progress) => output.WriteLine(
        $"{progress.FileName}: {progress.Rows} rows in {progress.FinishedAt - progress.StartedAt}; {progress.Created} created, {progress.Unchanged} unchanged, {progress.Refused} refused");
}
