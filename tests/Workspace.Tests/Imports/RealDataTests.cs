using System.IO.Compression;
using Crm.Contacts;
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
    /// <summary>As PROVENANCE.md gives them; rows, and the write-offs among the numbers, as counted in the file.</summary>
    private static readonly Month[] Months =
    [
        new("2010-12", 42_481, 823746.14m, -74789.12m, 2_025, 70),
        new("2011-01", 35_147, 691364.56m, -131364.30m, 1_476, 96),
        new("2011-02", 27_707, 523631.89m, -25569.24m, 1_393, 48),
        new("2011-03", 36_748, 717639.36m, -34372.28m, 1_983, 134),
        new("2011-04", 29_916, 537808.62m, -44601.50m, 1_744, 186),
        new("2011-05", 37_030, 770536.02m, -47202.51m, 2_162, 117),
        new("2011-06", 36_874, 761739.90m, -70616.78m, 2_012, 107),
        new("2011-07", 39_518, 719221.19m, -37921.08m, 1_927, 117),
        new("2011-08", 35_284, 737014.26m, -54333.75m, 1_737, 50),
    ];

    /// <summary>Three months keep the suite quick; CRM_ALL_MONTHS=1 takes all nine.</summary>
    private static readonly string End = Environment.GetEnvironmentVariable("CRM_ALL_MONTHS") is null ? "2011-03" : "2011-09";

    private static readonly Month[] Expected = [.. Months.TakeWhile(month => string.CompareOrdinal(month.Name, End) < 0)];

    [RealDataFact]
    public async Task A_shops_invoices_reconcile_to_the_penny_and_a_second_run_makes_nothing()
    {
        var (file, rows, writeOffs) = (await Sales(), Expected.Sum(month => month.Rows), Expected.Sum(month => month.WriteOffs));
        var first = await Import("sales-history", file);
        Tell(first);

        (first.State, first.Rows, first.Created, first.Refused).ShouldBe((ImportState.Completed, rows, rows - writeOffs, writeOffs));
        first.RefusedByReason.ShouldBe(new Dictionary<string, long> { [InvoicingErrorCodes.WriteOff] = writeOffs });
        await EverythingIsThereOnce();

        var second = await Import("sales-history", file);
        Tell(second);
        (second.Rows, second.Created, second.Updated, second.Unchanged, second.Refused).ShouldBe((rows, 0, 0, rows - writeOffs, writeOffs));
        await EverythingIsThereOnce();
    }

    /// <summary>The header and the rows of the expected months; the file is in the order of days, without quoted line breaks.</summary>
    private static async Task<string> Sales()
    {
        await using var packed = File.OpenRead(RealData.File("online_retail", "online_retail_2010-12_to_2011-08.csv.gz"));
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        return string.Join('\n', (await reader.ReadToEndAsync()).Split('\n').Take(1 + Expected.Sum(month => month.Rows)));
    }

    private async Task EverythingIsThereOnce()
    {
        var invoices = await Ask<Invoice, List<(string Number, DateOnly Date, decimal Total)>>(all =>
            [.. all.Select(invoice => new { invoice.Number, invoice.Date, invoice.Total }).AsEnumerable().Select(one => (one.Number!, one.Date, one.Total.ToDecimal()))]);
        var credits = await Ask<CreditNote, List<(string Number, DateOnly Date, decimal Total)>>(all =>
            [.. all.Select(credit => new { credit.Number, credit.Date, credit.Total }).AsEnumerable().Select(one => (one.Number!, one.Date, -one.Total.ToDecimal()))]);
        invoices.Concat(credits).GroupBy(one => $"{one.Date:yyyy-MM}").OrderBy(month => month.Key)
            .Select(month => (
                month.Key,
                month.Where(one => one.Number[0] != 'C').Sum(one => one.Total),
                month.Where(one => one.Number[0] == 'C').Sum(one => one.Total),
                month.Sum(one => one.Total),
                month.Count()))
            .ShouldBe(Expected.Select(month => (month.Name, month.Value, month.Cancelled, month.Value + month.Cancelled, month.Numbers - month.WriteOffs)));
        (await ReceivableOf(Currencies.Pound)).ShouldBe(Expected.Sum(month => month.Value + month.Cancelled));
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

    /// <param name="Value">Of all that is no cancellation.</param>
    /// <param name="Numbers">Of invoices, cancellations and write-offs.</param>
    private record Month(string Name, int Rows, decimal Value, decimal Cancelled, int Numbers, int WriteOffs);
}
