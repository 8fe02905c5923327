using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kernel.Exporting;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Uow;
using Volo.Abp.Users;

namespace Kernel.Web;

/// <summary>
/// Takes a list out of the workspace as CSV: asks what for, writes the ledger, and only then serves. The file's name and its
/// last line hold the export's passport, by which a leaked file is found in the ledger.
/// </summary>
[Authorize]
public class ExportModel(
    IEnumerable<IExportSource> sources, IReadLedger ledger, IDataProtectionProvider protection, ICurrentUser currentUser, IStringLocalizerFactory localizers) : KernelPageModel
{
    private const int MinPurpose = 5, MaxPurpose = 200;
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _tickets = protection.CreateProtector("Kernel.Export").ToTimeLimitedDataProtector();

    [BindProperty(SupportsGet = true)] public string Name { get; set; } = "";
    [BindProperty] public string? Purpose { get; set; }

    public string Title { get; private set; } = "";
    public int Count { get; private set; }

    /// <summary>As it stood in the list's address.</summary>
    public IReadOnlyDictionary<string, string> Filter { get; private set; } = new Dictionary<string, string>();

    public virtual async Task<IActionResult> OnGetAsync()
    {
        var source = await FindAsync();
        Filter = FilterOf(Request.Query.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString())));
        Title = source.DisplayName.Localize(localizers);
        Count = await source.CountAsync(Filter);
        return Page();
    }

    /// <summary>Not transactional: the ledger's row is committed before anything is served.</summary>
    [UnitOfWork(isTransactional: false)]
    public virtual async Task<IActionResult> OnPostAsync()
    {
        var source = await FindAsync();
        if (Purpose?.Trim() is not { Length: >= MinPurpose and <= MaxPurpose } purpose) { throw new BusinessException(KernelErrorCodes.ExportPurpose); }
        var filter = FilterOf(Request.Query.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString())));
        var rows = await source.CountAsync(filter);
        var passport = new string(RandomNumberGenerator.GetItems<char>("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 10));
        var words = string.Join(", ", filter.Select(pair => $"{pair.Key}={pair.Value}"));
        await ledger.WriteAsync(new ReadEntry(ReadKind.Export, source.Entity, Rows: rows, Detail: $"{passport}: {purpose}{(words.Length > 0 ? $" [{words}]" : "")}"));
        var ticket = new Ticket(Name, currentUser.GetId(), passport, purpose, rows, new Dictionary<string, string>(filter));
        return RedirectToPage(null, "File", new { Name, ticket = _tickets.Protect(JsonSerializer.Serialize(ticket), Validity) });
    }

    /// <summary>Never more rows than the ledger says.</summary>
    public virtual async Task<IActionResult> OnGetFileAsync(string ticket)
    {
        var source = await FindAsync();
        if (Read(ticket) is not { } export || export.Name != Name || export.UserId != currentUser.GetId()) { return RedirectToPage(null, new { Name }); }
        var file = string.Create(CultureInfo.InvariantCulture, $"{Name}-{Clock.Now:yyyyMMdd}-{export.Passport}.csv");
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"{file}\"";
        await using var writer = new StreamWriter(Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await writer.WriteAsync(CsvText.Line(source.Columns));
        var served = 0;
        await foreach (var row in source.ReadAsync(export.Filter))
        {
            if (served++ == export.Rows) { break; }
            await writer.WriteAsync(CsvText.Line(row));
        }
        await writer.WriteAsync(CsvText.Line([L["Export:Passport"], export.Passport, currentUser.UserName, Clock.Now.ToString("u", CultureInfo.InvariantCulture), export.Purpose]));
        return new EmptyResult();
    }

    private async Task<IExportSource> FindAsync()
    {
        var source = sources.FirstOrDefault(source => source.Name == Name) ?? throw new EntityNotFoundException();
        await AuthorizationService.CheckAsync(source.Entity);
        await AuthorizationService.CheckAsync(source.Permission);
        return source;
    }

    private Ticket? Read(string ticket)
    {
        try
        {
            return JsonSerializer.Deserialize<Ticket>(_tickets.Unprotect(ticket));
        }
        catch (CryptographicException) // too old, or not ours
        {
            return null;
        }
    }

    private static Dictionary<string, string> FilterOf(IEnumerable<KeyValuePair<string, string>> query) =>
        query.Where(pair => pair.Value.Length is > 0 and < 100 && !pair.Key.Equals("handler", StringComparison.OrdinalIgnoreCase)).Take(10)
            .ToDictionary(pair => pair.Key.ToLowerInvariant(), pair => pair.Value);

    private sealed record Ticket(string Name, Guid UserId, string Passport, string Purpose, int Rows, Dictionary<string, string> Filter);
}
