using System.Data.Common;
using System.Net;
using Benchmarks.DataSet;
using Benchmarks.Measuring;
using Invoicing.Documents;

namespace Providers.Tests.Crashes;

/// <summary>
/// People and programs at work on a server that may be gone at any moment. Each notes what he was promised; when the server is
/// back he looks what became of the rest, and goes on.
/// </summary>
internal sealed class Work(BenchmarkDatabase database, Guid partyId)
{
    private int _last;

    /// <summary>Of invoices: those whose creation, and whose issue, was acknowledged.</summary>
    public List<string> Created { get; } = [];
    public List<string> Issued { get; } = [];

    /// <summary>Every invoice that was begun.</summary>
    public List<string> Begun { get; } = [];

    public List<string> Told { get; } = [];
    public List<string> TriedToTell { get; } = [];

    /// <summary>Ends when the server does, or can save nothing.</summary>
    public async Task DoAsync(ServerProcess server, Visit visit, TaskCompletionSource underWay)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server.Address };
        await Task.WhenAll(UntilGoneAsync(() => InvoiceAsync(client, visit, underWay)), UntilGoneAsync(() => TellAsync(client)), UntilGoneAsync(() => TellAsync(client)));
    }

    /// <summary>Issues what was begun.</summary>
    public async Task FinishAsync(ServerProcess server, Visit visit)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server.Address };
        while (Issued.Count < Begun.Count) { await InvoiceAsync(client, visit, new TaskCompletionSource()); }
    }

    private static async Task UntilGoneAsync(Func<Task> act)
    {
        try { while (true) { await act(); } }
        catch (Exception gone) when (gone is HttpRequestException or IOException) { /* the server was killed, or is full */ }
    }

    private async Task InvoiceAsync(HttpClient client, Visit visit, TaskCompletionSource underWay)
    {
        var note = Begun.FirstOrDefault(begun => !Issued.Contains(begun)) ?? Begin();
        if (await FindAsync(note) is not { } invoice)
        {
            await PostAsync(client, visit, DocumentUrls.New(DocumentKind.Invoice), Draft(note));
            Created.Add(note);
            invoice = (await FindAsync(note))!.Value;
        }
        if (invoice.State == DocumentState.Draft) { await PostAsync(client, visit, DocumentUrls.Details(DocumentKind.Invoice, invoice.Id), [new("act", "Issue")]); }
        Issued.Add(note);
        underWay.TrySetResult();
    }

    private string Begin()
    {
        Begun.Add($"crash-{Begun.Count:0000}");
        return Begun[^1];
    }

    private IEnumerable<KeyValuePair<string, string>> Draft(string note) =>
    [
        new("Input.PartyId", partyId.ToString()), new("Input.Currency", "IRR"), new("DrawnCurrency", "IRR"), new("Input.Note", note),
        new("Input.Date", Kernel.Calendars.JalaliCalendar.Format(Business.LastDay)),
        new("Input.Lines[0].Description", "چاپگر"), new("Input.Lines[0].Quantity", "2"), new("Input.Lines[0].UnitPrice", "1000000"), new("Input.Lines[0].TaxPercent", "10"),
    ];

    private async Task TellAsync(HttpClient client)
    {
        var text = $"told-{Interlocked.Increment(ref _last)}";
        lock (TriedToTell) { TriedToTell.Add(text); }
        using var answer = await client.PostAsync(new Uri($"/tell?tenant={database.TenantId}&party={partyId}&text={text}", UriKind.Relative), null);
        answer.EnsureSuccessStatusCode();
        lock (Told) { Told.Add(text); }
        await Task.Delay(20);
    }

    private static async Task PostAsync(HttpClient client, Visit visit, string url, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var message = visit.Post(url, fields);
        using var answer = await client.SendAsync(message);
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) { throw new HttpRequestException("The server can save nothing."); }
        ((int)answer.StatusCode).ShouldBe(302, await answer.Content.ReadAsStringAsync());
    }

    private async Task<(Guid Id, DocumentState State)?> FindAsync(string note)
    {
        await using var connection = database.Open();
        await using var command = Command(connection, "SELECT \"Id\", \"State\" FROM \"SalDocuments\" WHERE \"Note\" = @note", note);
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? (reader.GetGuid(0), (DocumentState)reader.GetInt32(1)) : null;
    }

    private static DbCommand Command(DbConnection connection, string statement, string note)
    {
        var command = connection.CreateCommand();
        command.CommandText = statement;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("note", note);
        command.Parameters.Add(parameter);
        return command;
    }
}
