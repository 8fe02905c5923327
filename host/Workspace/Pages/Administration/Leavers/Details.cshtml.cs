using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.Linq;
using Workspace.Auditing;
using Workspace.Leavers;

namespace Workspace.Pages.Administration.Leavers;

/// <summary>One user: his notice, what he read in the last 30 days, and the hand-over of his work.</summary>
[Authorize(LeaverPermissions.Manage)]
public class DetailsModel(
    LeaverManager leavers, IIdentityUserRepository users, IReadOnlyRepository<Handover, Guid> handovers, IReadOnlyRepository<ReadRecord, Guid> reads,
    AuditTrail trail, ReadTexts readTexts, RecordNames names, IAsyncQueryableExecuter executer, IStringLocalizerFactory localizers) : AdministrationPageModel
{
    private const int DaysBack = 30, MaxReceivers = 200, MaxConflicts = 20;
    private const string ConflictsKey = "Conflicts";

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty(SupportsGet = true)] public string? Before { get; set; }

    /// <summary>By kind of work, who takes it.</summary>
    [BindProperty] public Dictionary<string, Guid?> Receivers { get; set; } = [];

    public string Name { get; private set; } = "";
    public LeaverNotice? Notice { get; private set; }
    public IReadOnlyList<(string Kind, string Title, int Count)> Work { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Colleagues { get; private set; } = [];
    public IReadOnlyList<(Handover Handover, string Text)> Handovers { get; private set; } = [];
    public IReadOnlyList<string> Conflicts { get; private set; } = [];
    public IReadOnlyList<(ReadKind Kind, int Rows)> Totals { get; private set; } = [];
    public IReadOnlyList<ReadRow> Reads { get; private set; } = [];
    public string? NextUrl { get; private set; }
    public Dictionary<Guid, string> Names { get; private set; } = [];

    public virtual async Task<IActionResult> OnGetAsync()
    {
        var user = await users.GetAsync(Id);
        Notice = await leavers.FindAsync(Id);
        await ReadWorkAsync();
        await ReadReadsAsync();
        Names = await names.GetUsersAsync([Id, .. Notice is null ? (IEnumerable<Guid>)[] : [Notice.GivenById]]);
        Name = Names.GetValueOrDefault(Id, user.UserName);
        Conflicts = (TempData[ConflictsKey] as string)?.Split('\n') ?? [];
        return Page();
    }

    public virtual async Task<IActionResult> OnPostGiveAsync()
    {
        await leavers.GiveNoticeAsync(Id, null, null, Today);
        return Done(L["Leaver:Given"]);
    }

    public virtual async Task<IActionResult> OnPostLiftAsync()
    {
        await leavers.LiftAsync(Id);
        return Done(L["Leaver:WasLifted"]);
    }

    public virtual async Task<IActionResult> OnPostHandOverAsync()
    {
        await leavers.HandOverAsync(Id, Receivers.Where(receiver => receiver.Value is not null).ToDictionary(receiver => receiver.Key, receiver => receiver.Value!.Value));
        return Done(L["Leaver:HandedOver"]);
    }

    public virtual async Task<IActionResult> OnPostUndoAsync(Guid handoverId)
    {
        var conflicts = await leavers.UndoAsync(handoverId);
        if (conflicts.Count > 0) { TempData[ConflictsKey] = string.Join('\n', conflicts.Take(MaxConflicts)); }
        Toast(conflicts.Count == 0 ? L["Leaver:Undone"] : L["Leaver:UndoneExcept", Display.Number(conflicts.Count)], conflicts.Count == 0 ? "good" : "warn");
        return RedirectToPage(new { Id });
    }

    private async Task ReadWorkAsync()
    {
        Work = [.. (await leavers.PreviewAsync(Id)).Select(work => (work.Work.Kind, work.Work.DisplayName.Localize(localizers).Value, work.Count))];
        var colleagues = await users.GetListAsync(sorting: nameof(IdentityUser.UserName), maxResultCount: MaxReceivers);
        var names = colleagues.ToDictionary(user => user.Id, user => $"{user.Name} {user.Surname}".Trim() is { Length: > 0 } name ? name : user.UserName);
        Colleagues = [.. colleagues.Where(user => user.Id != Id && user.IsActive).Select(user => new SelectListItem(names[user.Id], user.Id.ToString()))];
        var done = await executer.ToListAsync((await handovers.GetQueryableAsync()).Where(handover => handover.UserId == Id).OrderByDescending(handover => handover.Time).Take(20));
        Handovers = done.ConvertAll(handover => (handover, string.Join(L["Comma"], handover.GetParts().Select(part => string.Join(" ",
            Work.FirstOrDefault(work => work.Kind == part.Kind).Title ?? part.Kind, $"({Display.Number(part.Ids.Count)})", "←", names.GetValueOrDefault(part.ToUserId, "—"))))));
    }

    private async Task ReadReadsAsync()
    {
        var since = Clock.Now.AddDays(-DaysBack);
        var totals = await executer.ToListAsync((await reads.GetQueryableAsync()).Where(read => read.UserId == Id && read.Time > since)
            .GroupBy(read => read.Kind).Select(kind => new { kind.Key, Rows = kind.Sum(read => read.Rows) }));
        Totals = [.. totals.OrderBy(total => total.Key).Select(total => (total.Key, total.Rows))];
        var filter = new AuditFilter(since, Clock.Now.AddDays(1), UserId: Id, Before: ParseBefore());
        var found = await trail.GetReadsAsync(filter);
        Reads = await readTexts.ReadAsync([.. found.Take(AuditTrail.PageSize)]);
        NextUrl = found.Count > AuditTrail.PageSize ? Url.Page(null, new { Id, Before = $"{Reads[^1].Time.Ticks}~{Reads[^1].Id}" }) : null;
    }

    private (DateTime, Guid)? ParseBefore() =>
        Before?.Split('~') is [var ticks, var id] && long.TryParse(ticks, out var time) && Guid.TryParse(id, out var last)
            ? (new DateTime(time, DateTimeKind.Utc), last) : null;
}
