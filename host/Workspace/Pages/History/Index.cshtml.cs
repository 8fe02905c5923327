using Kernel.Auditing;
using Kernel.Reading;
using Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Domain.Entities;
using Workspace.Auditing;

namespace Workspace.Pages.History;

/// <summary>Who changed a record from what to what, who read it, and what it was on a day.</summary>
[Authorize(RecordHistory.Permission)]
[Reads("Workspace.History", Id = "id")]
public class IndexModel(AuditTrail trail, ChangeTexts changeTexts, ReadTexts readTexts, RecordNames names) : KernelPageModel
{
    private const int MaxReaders = 50;
    private static readonly DateTime Ever = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>Shows the record as it was at the end of this day.</summary>
    [BindProperty(SupportsGet = true)] public DateOnly? On { get; set; }

    [BindProperty(SupportsGet = true)] public string? Before { get; set; }

    public RecordName Record { get; private set; } = null!;
    public IReadOnlyList<ChangeRow> Changes { get; private set; } = [];
    public string? NextUrl { get; private set; }
    public IReadOnlyList<ReadRow>? Readers { get; private set; }
    public IReadOnlyList<(string Part, IReadOnlyList<(string Label, string Value)> Values)> State { get; private set; } = [];

    public virtual async Task<IActionResult> OnGetAsync()
    {
        LocalizationResourceType = typeof(WorkspaceResource);
        Record = await FindRecordAsync();
        var filter = new AuditFilter(Ever, Clock.Now.AddDays(1), RecordId: Id.ToString());
        var found = await trail.GetChangesAsync(filter with { Before = ParseBefore() });
        Changes = await changeTexts.ReadAsync([.. found.Take(AuditTrail.PageSize)]);
        NextUrl = found.Count > AuditTrail.PageSize ? Url.Page(null, new { Id, Before = $"{Changes[^1].Time.Ticks}~{Changes[^1].Id}" }) : null;
        if (On is { } day)
        {
            var end = TimeZoneInfo.ConvertTimeToUtc(day.AddDays(1).ToDateTime(TimeOnly.MinValue), Display.Settings.Zone);
            State = await changeTexts.ReadStateAsync(RecordState.At(await trail.GetHistoryAsync(Id), end.AddTicks(-1)));
        }
        if (await AuthorizationService.IsGrantedAsync(AuditPermissions.Readers))
        {
            Readers = await readTexts.ReadAsync([.. (await trail.GetReadsAsync(filter)).Take(MaxReaders)]);
        }
        return Page();
    }

    /// <summary>Whoever may not see the record may not see its history; an auditor sees all of them, also of what is gone.</summary>
    private async Task<RecordName> FindRecordAsync()
    {
        if ((await names.GetAsync([Id.ToString()])).TryGetValue(Id, out var record)) { return record; }
        if (await AuthorizationService.IsGrantedAsync(AuditPermissions.Default) && (await trail.GetHistoryAsync(Id)) is [.., var last])
        {
            var row = (await changeTexts.ReadAsync([last]))[0];
            return new RecordName(Id, row.RecordName, "");
        }
        throw new EntityNotFoundException();
    }

    private (DateTime, Guid)? ParseBefore() =>
        Before?.Split('~') is [var ticks, var id] && long.TryParse(ticks, out var time) && Guid.TryParse(id, out var last)
            ? (new DateTime(time, DateTimeKind.Utc), last) : null;
}
