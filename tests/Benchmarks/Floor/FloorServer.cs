using System.Data.Common;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Npgsql;
using Workspace.Databases;

namespace Benchmarks.Floor;

/// <summary>
/// The floor: a bare ASP.NET Core endpoint that sends one hand-written statement through ADO.NET and writes the rows as HTML. No sign-in, no rights, no
/// audit, no shell. Its code changes only in a commit of its own.
/// </summary>
internal sealed class FloorServer(DatabaseProvider provider, string connection, Guid tenantId)
{
    private readonly FloorStatements _sql = new(provider);
    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    public static async Task<int> RunAsync(string[] args)
    {
        var given = new ConfigurationBuilder().AddCommandLine(args).Build();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(given["urls"]!);
        var app = builder.Build();
        new FloorServer(Enum.Parse<DatabaseProvider>(given["database"]!), given["connection"]!, Guid.Parse(given["tenant"]!)).Map(app);
        await app.RunAsync();
        return 0;
    }

    private void Map(WebApplication app)
    {
        app.MapGet("/", () => Html("<p>ok</p>"));
        app.MapGet("/file/{id:guid}", FileAsync);
        app.MapGet("/list", (string key, Guid after) => CustomersAsync(_sql.List, ("key", key), ("after", after)));
        app.MapGet("/name", (string words) => CustomersAsync(_sql.ByName, ("words", $"%{words}%")));
        app.MapGet("/phone", (string from) => CustomersAsync(_sql.ByPhone, ("from", from), ("to", from + "a")));
        app.MapPost("/export", (string words) => ExportAsync(words));
        app.MapGet("/ageing", AgeingAsync);
        app.MapPost("/quote", (Guid party) => InsertAsync(party));
        app.MapGet("/deals", (DateOnly on, Guid after) => DealsAsync(on, after));
        app.MapGet("/board", (string stages) => BoardAsync([.. stages.Split(',').Select(Guid.Parse)]));
        app.MapPost("/move", (Guid id, Guid stage) => MoveAsync(id, stage));
        app.MapPost("/import", (HttpRequest request) => ImportAsync(request.Body));
    }

    private async Task<IResult> FileAsync(Guid id)
    {
        var html = new FloorHtml();
        await ReadAsync(_sql.File, row => WriteFileRow(html, row), ("t", tenantId), ("id", id), ("today", Today));
        return Html(html.ToString());
    }

    private void WriteFileRow(FloorHtml html, DbDataReader row)
    {
        switch (row.GetInt32(0))
        {
            case 0:
                html.Raw("<h1>").Text(TextOf(row, 2)).Raw("</h1><p>").Code(TextOf(row, 3)).Raw(" · ").Text(TextOf(row, 4)).Raw("</p>");
                break;
            case 1 or 2 or 3 or 5:
                html.Raw("<div class=\"ui-fact\"><dt>").Text(TextOf(row, 3)).Raw("</dt><dd>").Code(TextOf(row, 2)).Text(TextOf(row, 4)).Raw("</dd></div>");
                break;
            case 4:
                html.Raw("<li><a href=\"/Parties/").Raw(TextOf(row, 10)!).Raw("\"><span class=\"ui-rows-main\">").Text(TextOf(row, 2)).Raw("<small>").Text(TextOf(row, 4)).Raw("</small></span></a></li>");
                break;
            case 6 or 7:
                html.Raw("<li class=\"ui-timeline-item\"><strong>").Text(TextOf(row, 2)).Raw("</strong>").Day(row.IsDBNull(7) ? DayOf(row, 5) : DateOnly.FromDateTime(row.GetDateTime(7)))
                    .Raw("<small>").Text(TextOf(row, 4)).Raw("</small><p class=\"crm-text\">").Text(TextOf(row, 3)).Raw("</p></li>");
                break;
            case 8 or 9 or 10:
                WriteDocument(html, row);
                break;
            default:
                html.Raw("<div class=\"ui-fact\">").Money(NumberOf(row, 8)).Day(DayOf(row, 5)).Raw("</div>");
                break;
        }
    }

    /// <summary>In its panel and in the timeline.</summary>
    private static void WriteDocument(FloorHtml html, DbDataReader row)
    {
        for (var place = 0; place < 2; place++)
        {
            html.Raw("<li><a href=\"/Invoicing/Invoices/Details/").Raw(TextOf(row, 10)!).Raw("\"><span class=\"ui-rows-main\">").Code(TextOf(row, 2)).Raw("<small>").Day(DayOf(row, 5)).Raw("<span>· سررسید ")
                .Day(DayOf(row, 6)).Raw("</span></small></span><span class=\"ui-rows-end\">").Money(NumberOf(row, 8)).Raw("<small><span>مانده ").Money(NumberOf(row, 9))
                .Raw("</span><span class=\"ui-status ui-tone-info\">").Raw(row.GetInt32(1).ToString(CultureInfo.InvariantCulture)).Raw("</span></small></span></a></li>");
        }
    }

    private async Task<IResult> CustomersAsync(string statement, params (string Name, object Value)[] parameters)
    {
        var html = new FloorHtml().Raw("<table class=\"ui-table\"><tbody>");
        await ReadAsync(statement, row => html
            .Raw("<tr class=\"ui-row-link\"><td><span class=\"ui-person\"><a href=\"/Crm/Customers/File/").Raw(TextOf(row, 0)!).Raw("\">").Text(TextOf(row, 2)).Raw("</a><small>")
            .Text(row.GetInt32(1) == 1 ? "شخص" : "شرکت").Raw("</small></span>").Raw(row.IsDBNull(5) ? "" : "<span class=\"ui-status\">مسدود</span>").Raw("</td><td>").Code(TextOf(row, 3)).Raw("</td><td>")
            .Day(row.IsDBNull(6) ? null : DateOnly.FromDateTime(row.GetDateTime(6))).Raw("</td><td>").Day(DayOf(row, 7)).Raw("</td><td>").Text(TextOf(row, 4)).Raw("</td></tr>"),
            [("t", tenantId), .. parameters]);
        return Html(html.Raw("</tbody></table>").ToString());
    }

    private async Task<IResult> ExportAsync(string words)
    {
        var csv = new StringBuilder();
        await ReadAsync(_sql.Export, row => csv.Append(TextOf(row, 0)).Append(',').Append(TextOf(row, 1)).Append(',').Append(row.GetInt32(2)).Append(',')
            .Append(TextOf(row, 3)).Append(',').Append(TextOf(row, 4)).Append('\n'), ("t", tenantId), ("words", $"%{words}%"));
        return Results.Text(csv.ToString(), "text/csv; charset=utf-8");
    }

    private async Task<IResult> AgeingAsync()
    {
        var html = new FloorHtml().Raw("<table class=\"ui-table\"><tbody>");
        await ReadAsync(_sql.Ageing, row =>
        {
            html.Raw("<tr class=\"ui-row-link\"><td><a href=\"/Accounting/Statements/").Raw(TextOf(row, 0)!).Raw("\">").Text(TextOf(row, 1)).Raw("</a><small>").Code(TextOf(row, 2)).Raw("</small></td>");
            for (var i = 3; i < 9; i++) { html.Raw("<td class=\"ui-end\">").Money(Convert.ToInt64(row.GetValue(i), CultureInfo.InvariantCulture)).Raw("</td>"); }
            html.Raw("</tr>");
        }, ("t", tenantId), ("today", Today), ("d30", Today.AddDays(-30)), ("d60", Today.AddDays(-60)), ("d90", Today.AddDays(-90)));
        return Html(html.Raw("</tbody></table>").ToString());
    }

    private async Task<IResult> DealsAsync(DateOnly on, Guid after)
    {
        var html = new FloorHtml().Raw("<table class=\"ui-table\"><tbody>");
        await ReadAsync(_sql.Deals, row => html
            .Raw("<tr class=\"ui-row-link\"><td><a href=\"/Crm/Opportunities/Details/").Raw(TextOf(row, 0)!).Raw("\">").Text(TextOf(row, 1)).Raw("</a><small>").Text(TextOf(row, 2)).Raw("</small></td><td>")
            .Text(TextOf(row, 3)).Raw("</td><td>").Money(NumberOf(row, 4)).Raw("</td><td>").Code(row.GetDecimal(5).ToString("P0", CultureInfo.InvariantCulture)).Raw("</td><td>")
            .Day(DayOf(row, 6)).Raw("</td><td>").Day(DayOf(row, 7)).Raw("</td><td>").Text(TextOf(row, 8)).Raw("</td></tr>"), ("t", tenantId), ("on", on), ("after", after));
        return Html(html.Raw("</tbody></table>").ToString());
    }

    private async Task<IResult> BoardAsync(Guid[] stages)
    {
        var html = new FloorHtml();
        await ReadAsync(_sql.Board(stages.Length), row => WriteBoardRow(html, row), [("t", tenantId), .. stages.Select((stage, i) => ($"s{i}", (object)stage))]);
        return Html(html.ToString());
    }

    /// <summary>A stage's head or a card.</summary>
    private static void WriteBoardRow(FloorHtml html, DbDataReader row)
    {
        if (row.GetInt32(0) == 0)
        {
            html.Raw("<header id=\"stage-").Raw(TextOf(row, 1)!).Raw("\"><span class=\"ui-count\">").Code(NumberOf(row, 2)!.Value.ToString(CultureInfo.InvariantCulture)).Raw("</span>").Money(NumberOf(row, 3)).Money(NumberOf(row, 4)).Raw("</header>");
            return;
        }
        html.Raw("<article class=\"crm-card\" data-card=\"").Raw(TextOf(row, 10)!).Raw("\"><h3><a href=\"/Crm/Opportunities/Details/").Raw(TextOf(row, 10)!).Raw("\">").Text(TextOf(row, 5)).Raw("</a></h3><p>")
            .Text(TextOf(row, 6)).Raw("</p><p>").Money(NumberOf(row, 2)).Code(row.GetDecimal(11).ToString("P0", CultureInfo.InvariantCulture)).Raw("</p><p>").Day(DayOf(row, 8)).Text(TextOf(row, 7)).Raw("</p><p>")
            .Text(TextOf(row, 12)).Day(DayOf(row, 9)).Raw("</p></article>");
    }

    private async Task<IResult> MoveAsync(Guid id, Guid stage)
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var (move, now, html) = (Guid.CreateVersion7(), DateTime.UtcNow, new FloorHtml());
        var from = Guid.Parse((await AskAsync(connection, transaction, _sql.StageOf, ("t", tenantId), ("id", id)))!);
        await ExecuteAsync(connection, transaction, _sql.Move, [("id", id), ("t", tenantId), ("from", from), ("stage", stage), ("move", move), ("now", now), ("stamp", move.ToString("N")),
            .. Audit(2, "Crm.Opportunities.Opportunity", id, FloorAudit.OfMove(move, id, from, stage, now), "/Crm/Opportunities/Board", "Crm.Opportunities.OpportunityAppService", "MoveAsync", FloorAudit.MoveCall(id, stage))]);
        await ReadAsync(connection, transaction, _sql.Moved, row => WriteBoardRow(html, row), ("t", tenantId), ("id", id), ("from", from), ("stage", stage));
        await transaction.CommitAsync();
        return Html(html.ToString());
    }

    private async Task<IResult> InsertAsync(Guid party)
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        if (await AskAsync(connection, transaction, _sql.FindParty, ("t", tenantId), ("party", party)) is null) { return Results.NotFound(); }
        var id = Guid.CreateVersion7();
        await ExecuteAsync(connection, transaction, _sql.Quote, [("id", id), ("t", tenantId), ("party", party), ("today", Today), ("net", 6_000_000L), ("tax", 600_000L),
            ("stamp", id.ToString("N")), ("now", DateTime.UtcNow), ("text", FloorAudit.Product),
            .. Audit(1, "Invoicing.Quotes.Quote", id, FloorAudit.OfQuote(id, party, Today), "/Invoicing/Quotes/Create", "Invoicing.Quotes.QuoteAppService", "CreateAsync", FloorAudit.QuoteCall(party, Today))]);
        await transaction.CommitAsync();
        return Html("<p>ok</p>");
    }

    private async Task<IResult> ImportAsync(Stream file)
    {
        using var reader = new StreamReader(file);
        var lines = (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await using var connection = await OpenAsync();
        await new FloorImport(provider, connection, tenantId).RunAsync(lines.Skip(1));
        return Html("<p>ok</p>");
    }

    private static (string Name, object Value)[] Audit(int kind, string entity, Guid record, string changes, string url, string service, string method, string parameters) =>
    [
        ("change", Guid.CreateVersion7()), ("log", Guid.CreateVersion7()), ("action", Guid.CreateVersion7()), ("correlation", Guid.NewGuid().ToString("N")),
        ("kind", kind), ("entity", entity), ("record", record.ToString()), ("changes", changes), ("url", url), ("service", service), ("method", method), ("parameters", parameters), ("none", "{}"),
    ];

    private static async Task<string?> AskAsync(DbConnection connection, DbTransaction transaction, string statement, params (string Name, object Value)[] parameters)
    {
        await using var command = Command(connection, statement, parameters);
        command.Transaction = transaction;
        await command.PrepareAsync(); // as the product's are
        return (await command.ExecuteScalarAsync())?.ToString();
    }

    private static async Task ExecuteAsync(DbConnection connection, DbTransaction transaction, string statement, params (string Name, object Value)[] parameters)
    {
        await using var command = Command(connection, statement, parameters);
        command.Transaction = transaction;
        await command.PrepareAsync();
        await command.ExecuteNonQueryAsync();
    }

    private async Task ReadAsync(string statement, Action<DbDataReader> write, params (string Name, object Value)[] parameters)
    {
        await using var connection = await OpenAsync();
        await ReadAsync(connection, null, statement, write, parameters);
    }

    private static async Task ReadAsync(DbConnection connection, DbTransaction? transaction, string statement, Action<DbDataReader> write, params (string Name, object Value)[] parameters)
    {
        await using var command = Command(connection, statement, parameters);
        command.Transaction = transaction;
        if (transaction is not null) { await command.PrepareAsync(); }
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) { write(reader); }
    }

    private static DbCommand Command(DbConnection connection, string statement, (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = statement;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private async Task<DbConnection> OpenAsync()
    {
        DbConnection opened = provider == DatabaseProvider.PostgreSql ? new NpgsqlConnection(connection) : new SqliteConnection(connection);
        await opened.OpenAsync();
        return opened;
    }

    private static string? TextOf(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetValue(column) is Guid id ? id.ToString() : row.GetString(column);
    private static DateOnly? DayOf(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
    private static long? NumberOf(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
    private static IResult Html(string html) => Results.Content(html, "text/html; charset=utf-8");
}
