using System.Globalization;
using Benchmarks.DataSet;
using Invoicing.Documents;

namespace Providers.Tests.Crashes;

/// <summary>What the database says of the work, read by plain statements.</summary>
internal sealed class Proof(BenchmarkDatabase database)
{
    public async Task<Guid> AnyCustomerAsync() => Guid.Parse((await ColumnAsync("SELECT \"Id\" FROM \"PtyParties\" WHERE \"RoleTokens\" LIKE '%customer%' ORDER BY \"Id\" LIMIT 1"))[0]);

    public async Task<long> CountAsync(string statement) => long.Parse((await ColumnAsync(statement))[0], CultureInfo.InvariantCulture);

    /// <summary>Whatever was acknowledged is there.</summary>
    public async Task PromisesAreKeptAsync(Work work)
    {
        var created = await ColumnAsync("SELECT \"Note\" FROM \"SalDocuments\" WHERE \"Note\" LIKE 'crash-%'");
        work.Created.Except(created).ShouldBeEmpty("acknowledged invoices are missing");
        var issued = await ColumnAsync($"SELECT \"Note\" FROM \"SalDocuments\" WHERE \"Note\" LIKE 'crash-%' AND \"State\" = {(int)DocumentState.Issued}");
        work.Issued.Except(issued).ShouldBeEmpty("acknowledged issues are missing");
    }

    public async Task NothingTwiceAsync(Work work, Imports imports)
    {
        (await ColumnAsync("SELECT \"Note\" FROM \"SalDocuments\" WHERE \"Note\" LIKE 'crash-%'")).Order().ShouldBe(work.Begun.Order(), "each invoice is there once");
        (await CountAsync("SELECT COUNT(*) - COUNT(DISTINCT \"Number\") FROM \"SalDocuments\" WHERE \"Kind\" = 3 AND \"Number\" IS NOT NULL")).ShouldBe(0, "no number was given twice");
        (await CountAsync($"""
            SELECT COUNT(*) FROM "KerNumberSequences" s WHERE s."Series" = 'INV' AND s."Last" <>
            (SELECT COUNT(*) FROM "SalDocuments" d WHERE d."Kind" = 3 AND d."Number" LIKE 'INV-' || s."Year" || '-%')
            """)).ShouldBe(0, "no number is missing");

        var notes = await ColumnAsync("SELECT \"Text\" FROM \"CrmActivities\" WHERE \"Text\" LIKE 'told-%'");
        notes.ShouldBeUnique("an event was handled twice");
        work.Told.Except(notes).ShouldBeEmpty("an acknowledged event was lost");
        notes.Except(work.TriedToTell).ShouldBeEmpty();

        var rows = (long)imports.Runs.Count * Imports.Rows;
        (await CountAsync("SELECT COUNT(*) FROM \"PtyContactPoints\" WHERE \"Value\" LIKE '+98999%' AND \"Value\" >= '+989992'")).ShouldBe(rows, "each person was imported once");
        (await CountAsync("""
            SELECT COUNT(*) FROM "CrmContacts" c WHERE EXISTS (SELECT 1 FROM "PtyContactPoints" p WHERE p."PartyId" = c."PersonId" AND p."Value" LIKE '+98999%' AND p."Value" >= '+989992')
            """)).ShouldBe(rows, "each is a contact of his company once");

        await using var connection = database.Open();
        await Invariants.CheckAsync(connection, TextWriter.Null);
    }

    private async Task<List<string>> ColumnAsync(string statement)
    {
        await using var connection = database.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync()) { values.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!); }
        return values;
    }
}
