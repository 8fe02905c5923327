using System.Data.Common;
using Invoicing.Documents;

namespace Benchmarks.DataSet;

/// <summary>What must hold of any books, asked of the whole database: each statement finds what breaks the rule.</summary>
internal static class Invariants
{
    private static readonly (string Rule, string Breach)[] Rules =
    [
        ("every entry of the journal balances and amounts to its debits",
            """
            SELECT COUNT(*) FROM (SELECT e."Id" FROM "AccJournalEntries" e LEFT JOIN "AccJournalLines" l ON l."EntryId" = e."Id"
            GROUP BY e."Id", e."Amount_Amount" HAVING COALESCE(SUM(l."Debit_Amount"), 0) <> COALESCE(SUM(l."Credit_Amount"), 0) OR COALESCE(SUM(l."Debit_Amount"), 0) <> e."Amount_Amount") broken
            """),
        ("every entry balances in the base currency, and amounts to its debits there",
            """
            SELECT COUNT(*) FROM (SELECT e."Id" FROM "AccJournalEntries" e LEFT JOIN "AccJournalLines" l ON l."EntryId" = e."Id"
            GROUP BY e."Id", e."Base_Amount" HAVING COALESCE(SUM(l."Base_Amount"), 0) <> 0 OR COALESCE(SUM(CASE WHEN l."Base_Amount" > 0 THEN l."Base_Amount" ELSE 0 END), 0) <> e."Base_Amount") broken
            """),
        ("each customer's balance in the ledger is what its invoices leave open less what it paid beyond them",
            """
            SELECT COUNT(*) FROM (SELECT "PartyId" FROM (
                SELECT l."PartyId", l."Debit_Amount" - l."Credit_Amount" AS "Amount" FROM "AccJournalLines" l JOIN "AccAccounts" a ON a."Id" = l."AccountId" AND a."Key" = 'receivables'
                UNION ALL SELECT d."PartyId", -d."OpenAmount" FROM "SalDocuments" d WHERE d."OpenAmount" <> 0
                UNION ALL SELECT r."PartyId", r."Amount_Amount" - r."AllocatedAmount" FROM "AccReceipts" r WHERE r."State" = 1) moved
            GROUP BY "PartyId" HAVING SUM("Amount") <> 0) broken
            """),
        ("every document is the sum of its lines",
            """
            SELECT COUNT(*) FROM (SELECT d."Id" FROM "SalDocuments" d LEFT JOIN "SalDocumentLines" l ON l."DocumentId" = d."Id"
            GROUP BY d."Id", d."Net_Amount", d."Tax_Amount", d."Total_Amount"
            HAVING COALESCE(SUM(l."NetAmount"), 0) <> d."Net_Amount" OR COALESCE(SUM(l."TaxAmount"), 0) <> d."Tax_Amount" OR d."Net_Amount" + d."Tax_Amount" <> d."Total_Amount") broken
            """),
        ("what an invoice counts as settled is what payments allocate to it",
            $"""
            SELECT COUNT(*) FROM (SELECT d."Id" FROM "SalDocuments" d LEFT JOIN "AccReceiptAllocations" a ON a."InvoiceId" = d."Id"
            WHERE d."Kind" = {(int)DocumentKind.Invoice} GROUP BY d."Id", d."Settled_Amount" HAVING COALESCE(SUM(a."Amount_Amount"), 0) <> d."Settled_Amount") broken
            """),
        ("each issued invoice and each payment is posted once",
            $"""
            SELECT COUNT(*) FROM (SELECT s."Id" FROM (
                SELECT "Id" FROM "SalDocuments" WHERE "Kind" = {(int)DocumentKind.Invoice} AND "State" = {(int)DocumentState.Issued} AND "Total_Amount" > 0 UNION ALL SELECT "Id" FROM "AccReceipts") s
            LEFT JOIN "AccJournalEntries" e ON e."SourceId" = s."Id" AND e."Source" IN (1, 2, 3) GROUP BY s."Id" HAVING COUNT(e."Id") <> 1) broken
            """),
        ("no series has given a number beyond its count",
            """
            SELECT COUNT(*) FROM "KerNumberSequences" s WHERE s."Series" = 'JRN'
            AND (SELECT COUNT(*) FROM "AccJournalEntries" e WHERE e."TenantId" = s."TenantId") <> s."Last"
            """),
    ];

    /// <exception cref="InvalidOperationException">A rule is broken.</exception>
    public static async Task CheckAsync(DbConnection connection, TextWriter output)
    {
        foreach (var (rule, breach) in Rules)
        {
            await using var command = connection.CreateCommand();
            (command.CommandText, command.CommandTimeout) = (breach, BenchmarkDatabase.LongSeconds);
            var broken = Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
            if (broken != 0) { throw new InvalidOperationException($"Of the data set: not true that {rule}; {broken} rows break it."); }
            await output.WriteLineAsync($"  holds: {rule}");
        }
    }
}
