using Crm.Activities;
using Crm.Permissions;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Web.Activities;

/// <summary>My day: what is overdue, due today and to come; or everybody's.</summary>
[Authorize(CrmPermissions.Activities.Default)]
[Reads(CrmPermissions.Activities.Default, Rows = "Open.Rows")]
public class IndexModel(IActivityAppService activities) : CrmPageModel
{
    [BindProperty(SupportsGet = true)] public bool Everyone { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? AfterDue { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? AfterId { get; set; }

    public ActivityPage Open { get; private set; } = null!;
    public IReadOnlyList<ActivityRow> DoneToday { get; private set; } = [];
    public bool MayManage { get; private set; }

    public IEnumerable<(string Key, string Tone, IReadOnlyList<ActivityRow> Rows)> Groups =>
        from row in Open.Rows
        group row by row.DueOn < Today ? 0 : row.DueOn == Today ? 1 : 2 into part
        orderby part.Key
        select (
            part.Key switch { 0 => "Activity:Overdue", 1 => "Today", _ => "Activity:Upcoming" },
            part.Key switch { 0 => "bad", 1 => "good", _ => "neutral" },
            (IReadOnlyList<ActivityRow>)[.. part.OrderBy(row => row.DueOn).ThenBy(row => row.StartsAt ?? DateTime.MaxValue).ThenByDescending(row => row.Priority)]);

    public string? NextUrl => !Open.HasMore ? null
        : $"{CrmUrls.Activities}?Everyone={Everyone}&AfterDue={Open.Rows[^1].DueOn:O}&AfterId={Open.Rows[^1].Id}";

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Open = await activities.GetOpenAsync(new OpenActivitiesInput { Everyone = Everyone, AfterDue = AfterDue, AfterId = AfterId });
        DoneToday = AfterId is null ? await activities.GetDoneAsync(Instant(Today, TimeOnly.MinValue)!.Value) : [];
        MayManage = await MayAsync(CrmPermissions.Activities.Manage);
        return PageOr("_Activities");
    }

    public virtual async Task<IActionResult> OnPostCompleteAsync(Guid activityId)
    {
        await activities.CompleteAsync(activityId, new CompleteActivityDto());
        Toast(L["Activity:Completed"]);
        return RedirectToPage(new { Everyone = Everyone ? "true" : null });
    }

    public virtual async Task<IActionResult> OnPostReopenAsync(Guid activityId)
    {
        await activities.ReopenAsync(activityId);
        Toast(L["Activity:Reopened"]);
        return RedirectToPage(new { Everyone = Everyone ? "true" : null });
    }
}
