using Invoicing.Documents;
using Workspace.Databases;

namespace Benchmarks.Floor;

/// <summary>What somebody who writes SQL by hand would send for the rows of a page: one statement each.</summary>
internal sealed class FloorStatements(DatabaseProvider provider)
{
    public const int ListRows = 51;

    private const string Text = "CAST(NULL AS text)", Day = "CAST(NULL AS date)", Number = "CAST(NULL AS bigint)";
    private string Id => provider == DatabaseProvider.PostgreSql ? "CAST(NULL AS uuid)" : "CAST(NULL AS text)";
    private string Instant => provider == DatabaseProvider.PostgreSql ? "CAST(NULL AS timestamptz)" : "CAST(NULL AS text)";

    /// <summary>Part, kind, three texts, two days, an instant, two numbers, an id.</summary>
    public string File => string.Join("\nUNION ALL ",
    [
        $"""SELECT 0 AS part, p."Kind", p."Name", p."Number", u."Name", {Day}, {Day}, {Instant}, {Number}, {Number}, p."Id" FROM "PtyParties" p LEFT JOIN "AbpUsers" u ON u."Id" = p."OwnerId" WHERE p."TenantId" = @t AND p."Id" = @id AND NOT p."IsDeleted" """,
        $"""SELECT 1, c."Type", c."Value", c."Label", {Text}, {Day}, {Day}, {Instant}, {Number}, {Number}, c."PartyId" FROM "PtyContactPoints" c WHERE c."PartyId" = @id AND c."TenantId" = @t""",
        $"""SELECT 2, 0, a."City", a."Text", a."PostalCode", {Day}, {Day}, {Instant}, {Number}, {Number}, a."PartyId" FROM "PtyAddresses" a WHERE a."PartyId" = @id AND a."TenantId" = @t""",
        $"""SELECT 3, i."Type", i."Value", i."Source", {Text}, {Day}, {Day}, {Instant}, {Number}, {Number}, i."PartyId" FROM "PtyIdentifiers" i WHERE i."PartyId" = @id AND i."TenantId" = @t""",
        $"""SELECT 4, 0, q."Name", q."Number", x."Position", {Day}, {Day}, {Instant}, {Number}, {Number}, q."Id" FROM "CrmContacts" x JOIN "PtyParties" q ON q."Id" = x."PersonId" AND NOT q."IsDeleted" WHERE x."TenantId" = @t AND x."CustomerId" = @id AND NOT x."IsDeleted" """,
        $"""SELECT 5, 0, c."BlockReason", c."Interests", c."Source", {Day}, {Day}, {Instant}, {Number}, {Number}, c."Id" FROM "CrmCustomers" c WHERE c."TenantId" = @t AND c."Id" = @id AND NOT c."IsDeleted" """,
        Newest($"""SELECT 6 AS part, a."Kind", a."Subject", a."Text", u."Name", a."DueOn", {Day}, a."DoneAt", {Number}, {Number}, a."Id" FROM "CrmActivities" a LEFT JOIN "AbpUsers" u ON u."Id" = a."OwnerId" WHERE a."TenantId" = @t AND a."PartyId" = @id AND NOT a."IsDeleted" AND a."DoneAt" IS NOT NULL ORDER BY a."DoneAt" DESC LIMIT 20"""),
        Newest($"""SELECT 7 AS part, a."Kind", a."Subject", a."Text", u."Name", a."DueOn", {Day}, a."StartsAt", {Number}, {Number}, a."Id" FROM "CrmActivities" a LEFT JOIN "AbpUsers" u ON u."Id" = a."OwnerId" WHERE a."TenantId" = @t AND a."PartyId" = @id AND NOT a."IsDeleted" AND a."DoneAt" IS NULL ORDER BY a."DueOn" LIMIT 30"""),
        .. Enum.GetValues<DocumentKind>().Select(kind => Newest($"""SELECT 8 AS part, d."Kind" * 16 + d."State", d."Number", d."Note", d."Total_Currency", d."Date", d."Due", {Instant}, d."Total_Amount", d."OpenAmount", d."Id" FROM "SalDocuments" d WHERE d."TenantId" = @t AND d."PartyId" = @id AND d."Kind" = {(int)kind} AND NOT d."IsDeleted" ORDER BY d."Date" DESC, d."Id" DESC LIMIT 20""")),
        Newest($"""SELECT 9 AS part, r."Method", r."Number", r."Note", r."Amount_Currency", r."Date", {Day}, {Instant}, r."Amount_Amount", r."AllocatedAmount", r."Id" FROM "AccReceipts" r WHERE r."TenantId" = @t AND r."PartyId" = @id AND NOT r."IsDeleted" ORDER BY r."Date" DESC, r."Id" DESC LIMIT 20"""),
        Newest($"""SELECT 10 AS part, c."State", c."SayadId", c."Bank", c."Amount_Currency", c."Due", {Day}, {Instant}, c."Amount_Amount", {Number}, c."Id" FROM "AccCheques" c WHERE c."TenantId" = @t AND c."PartyId" = @id AND NOT c."IsDeleted" ORDER BY c."Due" DESC LIMIT 20"""),
        Newest($"""SELECT 15 AS part, r."Method", r."Number", r."Note", r."Amount_Currency", r."Date", {Day}, {Instant}, r."Amount_Amount", {Number}, r."Id" FROM "AccRefunds" r WHERE r."TenantId" = @t AND r."PartyId" = @id AND NOT r."IsDeleted" ORDER BY r."Date" DESC, r."Id" DESC LIMIT 20"""),
        Newest($"""SELECT 16 AS part, 0, m."Number", m."Message", m."Currency", m."Date", {Day}, m."SentAt", {Number}, {Number}, m."Id" FROM "AccStatementMails" m WHERE m."TenantId" = @t AND m."PartyId" = @id ORDER BY m."Date" DESC, m."Id" DESC LIMIT 20"""),
        $"""SELECT 11, 0, d."Total_Currency", {Text}, {Text}, MIN(d."Due"), {Day}, {Instant}, CAST(SUM(d."OpenAmount") AS bigint), {Number}, @id FROM "SalDocuments" d WHERE d."TenantId" = @t AND d."PartyId" = @id AND d."OpenAmount" > 0 AND d."Due" < @today AND NOT d."IsDeleted" GROUP BY d."Total_Currency" """,
        $"""SELECT 12, 0, l."Debit_Currency", {Text}, {Text}, {Day}, {Day}, {Instant}, CAST(SUM(l."Debit_Amount" - l."Credit_Amount") AS bigint), {Number}, @id FROM "AccJournalLines" l JOIN "AccAccounts" a ON a."Id" = l."AccountId" AND a."Key" = 'receivables' WHERE l."TenantId" = @t AND l."PartyId" = @id GROUP BY l."Debit_Currency" """,
        Newest($"""SELECT 13 AS part, n."Kind", n."Number", n."Note", n."OrderNumber", n."Date", {Day}, {Instant}, {Number}, {Number}, n."Id" FROM "InvDeliveryNotes" n WHERE n."TenantId" = @t AND n."PartyId" = @id AND NOT n."IsDeleted" ORDER BY n."Date" DESC, n."Id" DESC LIMIT 20"""),
        Newest($"""SELECT 14 AS part, 0, o."Title", o."Need", o."Amount_Currency", o."ExpectedClose", o."ClosedOn", {Instant}, o."Amount_Amount", {Number}, o."Id" FROM "CrmOpportunities" o WHERE o."TenantId" = @t AND o."CustomerId" = @id AND NOT o."IsDeleted" ORDER BY o."OpenedOn" DESC LIMIT 20"""),
    ]);

    public string List => Customers("""AND p."SortKey" >= @key AND (p."SortKey" > @key OR p."Id" > @after)""");

    public string ByName => Customers("""AND p."SearchKey" LIKE @words""");

    /// <summary>Number, name, kind, roles, telephone.</summary>
    public string Export => """
        SELECT p."Number", p."Name", p."Kind", p."RoleTokens", (SELECT c."Value" FROM "PtyContactPoints" c WHERE c."TenantId" = @t AND c."PartyId" = p."Id" AND c."PhoneKey" IS NOT NULL ORDER BY c."IsPreferred" DESC LIMIT 1)
        FROM "PtyParties" p WHERE p."TenantId" = @t AND NOT p."IsDeleted" AND p."RoleTokens" LIKE '%|customer|%' AND p."SearchKey" LIKE @words ORDER BY p."SortKey", p."Id"
        """;

    public string ByPhone => Customers("""AND p."Id" IN (SELECT c."PartyId" FROM "PtyContactPoints" c WHERE c."TenantId" = @t AND c."PhoneKey" >= @from AND c."PhoneKey" < @to)""");

    public string Ageing => $"""
        SELECT i."Id", i."Name", i."Number", SUM(CASE WHEN i.a > 0 AND i.due >= @today THEN i.a ELSE 0 END), SUM(CASE WHEN i.a > 0 AND i.due < @today AND i.due >= @d30 THEN i.a ELSE 0 END),
            SUM(CASE WHEN i.a > 0 AND i.due < @d30 AND i.due >= @d60 THEN i.a ELSE 0 END), SUM(CASE WHEN i.a > 0 AND i.due < @d60 AND i.due >= @d90 THEN i.a ELSE 0 END),
            SUM(CASE WHEN i.a > 0 AND i.due < @d90 THEN i.a ELSE 0 END), SUM(CASE WHEN i.a < 0 THEN -i.a ELSE 0 END)
        FROM (SELECT p."Id", p."Name", p."Number", p."SortKey", d."OpenAmount" AS a, d."Due" AS due
            FROM ({Owing}) p JOIN "SalDocuments" d ON d."TenantId" = @t AND d."PartyId" = p."Id" AND d."OpenAmount" <> 0 AND NOT d."IsDeleted"
            UNION ALL SELECT p."Id", p."Name", p."Number", p."SortKey", r."AllocatedAmount" - r."Amount_Amount", {Day}
            FROM ({Owing}) p JOIN "AccReceipts" r ON r."TenantId" = @t AND r."PartyId" = p."Id" AND r."State" = 1 AND r."Amount_Amount" > r."AllocatedAmount" AND NOT r."IsDeleted") i
        GROUP BY i."Id", i."Name", i."Number", i."SortKey" ORDER BY i."SortKey", i."Id"
        """;

    /// <summary>The first parties with anything open. Counting is asked of each party in turn; EXISTS would be answered for all of them first.</summary>
    private static string Owing => $"""
        SELECT q."Id", q."Name", q."Number", q."SortKey" FROM "PtyParties" q WHERE q."TenantId" = @t AND NOT q."IsDeleted"
            AND (SELECT COUNT(*) FROM "SalDocuments" d WHERE d."TenantId" = @t AND d."PartyId" = q."Id" AND d."OpenAmount" <> 0 AND NOT d."IsDeleted")
            + (SELECT COUNT(*) FROM "AccReceipts" r WHERE r."TenantId" = @t AND r."PartyId" = q."Id" AND r."State" = 1 AND r."Amount_Amount" > r."AllocatedAmount" AND NOT r."IsDeleted") > 0
            ORDER BY q."SortKey", q."Id" LIMIT {ListRows}
        """;

    public string Deals => $"""
        SELECT o."Id", o."Title", p."Name", o."StageId", o."Amount_Amount", o."Probability", o."ExpectedClose", o."NextStepOn", u."Name"
        FROM "CrmOpportunities" o JOIN "PtyParties" p ON p."Id" = o."CustomerId" LEFT JOIN "AbpUsers" u ON u."Id" = o."OwnerId"
        WHERE o."TenantId" = @t AND o."State" = 1 AND NOT o."IsDeleted" AND (o."OpenedOn" < @on OR (o."OpenedOn" = @on AND o."Id" < @after))
        ORDER BY o."OpenedOn" DESC, o."Id" DESC LIMIT {ListRows}
        """;

    /// <summary>Totals of each stage first, then its newest cards.</summary>
    public string Board(int stages) => string.Join("\nUNION ALL ",
    [
        Totals(""),
        .. Enumerable.Range(0, stages).Select(stage => Newest($"""{Cards} AND o."State" = 1 AND o."StageId" = @s{stage} AND NOT o."IsDeleted" ORDER BY o."StageSince" DESC, o."Id" DESC LIMIT 20""")),
    ]);

    /// <summary>The card that was moved, and the totals of the stages that it went from and to.</summary>
    public string Moved => $"""{Totals("""AND o."StageId" IN (@from, @stage)""")} UNION ALL {Cards} AND o."Id" = @id""";

    public string StageOf => """SELECT o."StageId" FROM "CrmOpportunities" o WHERE o."TenantId" = @t AND o."Id" = @id AND o."State" = 1 AND NOT o."IsDeleted" """;

    public string Move => """
        UPDATE "CrmOpportunities" SET "StageId" = @stage, "StageSince" = @now, "Probability" = 0.1, "ConcurrencyStamp" = @stamp WHERE "TenantId" = @t AND "Id" = @id;
        INSERT INTO "CrmStageMoves" ("Id", "TenantId", "OpportunityId", "FromStageId", "ToStageId", "State", "At", "DaysBefore", "CreationTime") VALUES (@move, @t, @id, @from, @stage, 1, @now, 1, @now);
        """ + Audit;

    public string FindParty => """SELECT p."Id" FROM "PtyParties" p WHERE p."TenantId" = @t AND p."Id" = @party AND NOT p."IsDeleted" """;

    public string Quote => $"{InsertQuote};\n{InsertLines};\n{Audit}";

    /// <summary>What was changed, the request and the call, as the workspace keeps them of every write.</summary>
    private static string Audit => """
        INSERT INTO "KerChanges" ("Id", "TenantId", "Time", "Kind", "Entity", "RecordId", "UserId", "UserName", "ClientAddress", "CorrelationId", "Changes")
        VALUES (@change, @t, @now, @kind, @entity, @record, @t, 'admin', '127.0.0.1', @correlation, @changes);
        INSERT INTO "AbpAuditLogs" ("Id", "TenantId", "TenantName", "UserId", "UserName", "ExecutionTime", "ExecutionDuration", "ClientIpAddress", "CorrelationId", "HttpMethod", "Url", "HttpStatusCode", "Comments", "ExtraProperties", "ConcurrencyStamp")
        VALUES (@log, @t, 'arman', @t, 'admin', @now, 1, '127.0.0.1', @correlation, 'POST', @url, 200, '', @none, @correlation);
        INSERT INTO "AbpAuditLogActions" ("Id", "TenantId", "AuditLogId", "ServiceName", "MethodName", "Parameters", "ExecutionTime", "ExecutionDuration", "ExtraProperties")
        VALUES (@action, @t, @log, @service, @method, @parameters, @now, 1, @none)
        """;

    private string Totals(string filter) => $"""SELECT 0 AS part, o."StageId", CAST(COUNT(*) AS bigint), CAST(SUM(o."Amount_Amount") AS bigint), CAST(SUM(o."Amount_Amount" * o."Probability") AS bigint), {Text}, {Text}, {Text}, {Day}, {Day}, {Id}, CAST(NULL AS numeric), {Text} FROM "CrmOpportunities" o WHERE o."TenantId" = @t AND o."State" = 1 AND NOT o."IsDeleted" {filter} GROUP BY o."StageId", o."Amount_Currency" """;

    private string Cards => $"""
        SELECT 1, o."StageId", o."Amount_Amount", {Number}, {Number}, o."Title", p."Name", u."Name", o."ExpectedClose", o."NextStepOn", o."Id", o."Probability", o."NextStep"
        FROM "CrmOpportunities" o JOIN "PtyParties" p ON p."Id" = o."CustomerId" LEFT JOIN "AbpUsers" u ON u."Id" = o."OwnerId" WHERE o."TenantId" = @t
        """;

    private string InsertQuote => $"""
        INSERT INTO "SalDocuments" ("Id", "TenantId", "Kind", "PartyId", "Date", "State", "SearchKey", "OpenAmount", "Net_Amount", "Net_Currency", "Discount_Amount", "Discount_Currency",
            "Tax_Amount", "Tax_Currency", "Total_Amount", "Total_Currency", "ExtraProperties", "ConcurrencyStamp", "CreationTime", "IsDeleted")
        VALUES (@id, @t, {(int)DocumentKind.Quote}, @party, @today, {(int)DocumentState.Draft}, '', 0, @net, 'IRR', 0, 'IRR', @tax, 'IRR', @net + @tax, 'IRR', '{"{}"}', @stamp, @now, {False})
        """;

    private static string InsertLines => $"""
        INSERT INTO "SalDocumentLines" ("DocumentId", "Ordinal", "TenantId", "ProductId", "Description", "Quantity", "UnitPrice", "DiscountPercent", "TaxPercent", "DiscountAmount", "NetAmount", "TaxAmount")
        VALUES {string.Join(", ", Enumerable.Range(1, 3).Select(line => $"(@id, {line}, @t, NULL, @text, 2, 1000000, 0, 10, 0, 2000000, 200000)"))}
        """;

    private string False => provider == DatabaseProvider.PostgreSql ? "false" : "0";

    private static string Newest(string select) => $"SELECT * FROM ({select}) newest";

    private static string Customers(string filter) => $"""
        SELECT p."Id", p."Kind", p."Name", p."Number", u."Name", c."BlockReason",
            (SELECT MAX(a."DoneAt") FROM "CrmActivities" a WHERE a."TenantId" = @t AND a."PartyId" = p."Id" AND a."IsContact" AND NOT a."IsDeleted"),
            (SELECT MIN(a."DueOn") FROM "CrmActivities" a WHERE a."TenantId" = @t AND a."PartyId" = p."Id" AND a."DoneAt" IS NULL AND NOT a."IsDeleted")
        FROM "PtyParties" p LEFT JOIN "CrmCustomers" c ON c."Id" = p."Id" AND NOT c."IsDeleted" LEFT JOIN "AbpUsers" u ON u."Id" = p."OwnerId"
        WHERE p."TenantId" = @t AND NOT p."IsDeleted" AND p."RoleTokens" LIKE '%|customer|%' {filter}
        ORDER BY p."SortKey", p."Id" LIMIT {ListRows}
        """;
}
