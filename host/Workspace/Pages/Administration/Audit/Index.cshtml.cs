using Kernel.Auditing;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Volo.Abp.Identity;
using Workspace.Auditing;

namespace Workspace.Pages.Administration.Audit;

/// <summary>Who changed and who read what. A day is the reader's; at most a quarter of a year is searched at once.</summary>
[Authorize(AuditPermissions.Default)]
public class IndexModel(
    AuditTrail trail, ChangeTexts changeTexts, ReadTexts readTexts, ProtectedFields protectedFields, ReadLedgerVerifier verifier, IIdentityUserRepository users)
    : AdministrationPageModel
{
    private const int MaxDays = 92;

    private static readonly string[] Watched =
    [
        "Parties.Parties.Party", "Crm.Customers.Customer", "Crm.Contacts.Contact", "Crm.Activities.Activity", "Invoicing.Quotes.Quote", "Invoicing.Orders.Order",
        "Invoicing.Invoices.Invoice", "Invoicing.CreditNotes.CreditNote", "Accounting.Receipts.Receipt", "Accounting.Refunds.Refund", "Inventory.Products.Product",
        "Volo.Abp.Identity.IdentityUser", "Volo.Abp.Identity.IdentityRole", "Volo.Abp.PermissionManagement.PermissionGrant", "Volo.Abp.SettingManagement.Setting"
    ];

    [BindProperty(SupportsGet = true)] public bool Reads { get; set; }
    [BindProperty(SupportsGet = true)] public string? UserName { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? From { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? To { get; set; }
    [BindProperty(SupportsGet = true)] public string? Entity { get; set; }
    [BindProperty(SupportsGet = true)] public string? Kind { get; set; }
    [BindProperty(SupportsGet = true)] public string? Field { get; set; }
    [BindProperty(SupportsGet = true)] public string? Value { get; set; }
    [BindProperty(SupportsGet = true)] public string? Before { get; set; }
    [BindProperty(SupportsGet = true)] public bool Verify { get; set; }

    public IReadOnlyList<ChangeRow> Changes { get; private set; } = [];
    public IReadOnlyList<ReadRow> ReadRows { get; private set; } = [];
    public string? NextUrl { get; private set; }
    public ReadVerification? Verification { get; private set; }

    /// <summary>Searching by a value would tell whether a covered one has it.</summary>
    public bool MaySearchValues { get; private set; }

    public IEnumerable<SelectListItem> Entities => Watched.Select(entity => new SelectListItem(changeTexts.EntityName(entity), entity));
    public IEnumerable<SelectListItem> Kinds => Reads ? Choices<ReadKind>() : Choices<ChangeKind>();

    public virtual async Task<IActionResult> OnGetAsync()
    {
        MaySearchValues = (await protectedFields.GetCoveredAsync()).Count == 0;
        To ??= Today;
        From ??= To.Value.AddDays(-7);
        if (To.Value.DayNumber - From.Value.DayNumber is > MaxDays or < 0) { From = To.Value.AddDays(-MaxDays); }
        if (await FilterAsync() is { } filter) { await (Reads ? ReadReadsAsync(filter) : ReadChangesAsync(filter)); }
        if (Verify) { Verification = await verifier.VerifyAsync(From, To); }
        return PageOr("_Trail");
    }

    private async Task ReadChangesAsync(AuditFilter filter)
    {
        var found = await trail.GetChangesAsync(filter);
        Changes = await changeTexts.ReadAsync([.. found.Take(AuditTrail.PageSize)]);
        NextUrl = found.Count > AuditTrail.PageSize ? Next(Changes[^1].Time, Changes[^1].Id) : null;
    }

    private async Task ReadReadsAsync(AuditFilter filter)
    {
        var found = await trail.GetReadsAsync(filter);
        ReadRows = await readTexts.ReadAsync([.. found.Take(AuditTrail.PageSize)]);
        NextUrl = found.Count > AuditTrail.PageSize ? Next(ReadRows[^1].Time, ReadRows[^1].Id) : null;
    }

    /// <returns>Null when nobody is called like the user that was asked for.</returns>
    private async Task<AuditFilter?> FilterAsync()
    {
        Guid? userId = null;
        if (!string.IsNullOrWhiteSpace(UserName))
        {
            userId = (await users.FindByNormalizedUserNameAsync(UserName.Trim().ToUpperInvariant(), includeDetails: false))?.Id;
            if (userId is null) { return null; }
        }
        return new AuditFilter(
            StartOf(From!.Value), StartOf(To!.Value.AddDays(1)), userId, Blank(Entity), null,
            Enum.TryParse<ChangeKind>(Kind, out var change) ? change : null, Enum.TryParse<ReadKind>(Kind, out var read) ? read : null,
            Blank(Field), MaySearchValues ? Blank(Value) : null, ParseBefore());
    }

    private DateTime StartOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Display.Settings.Zone);

    private string? Next(DateTime time, Guid id) => Url.Page(null, new
    {
        Reads = Reads ? "true" : null, UserName, From = From?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        To = To?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Entity, Kind, Field, Value, Before = $"{time.Ticks}~{id}"
    });

    private (DateTime, Guid)? ParseBefore() =>
        Before?.Split('~') is [var ticks, var id] && long.TryParse(ticks, out var time) && Guid.TryParse(id, out var last)
            ? (new DateTime(time, DateTimeKind.Utc), last) : null;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
