using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Workspace.Administration.Jobs;

namespace Workspace.Pages.Administration.Jobs;

[Authorize(JobPermissions.Default)]
public class DetailsModel(JobMonitorAppService jobs) : AdministrationPageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public JobDto Job { get; private set; } = null!;
    public bool MayManage { get; private set; }

    public virtual async Task OnGetAsync()
    {
        Job = await jobs.GetAsync(Id);
        MayManage = await MayAsync(JobPermissions.Manage);
    }

    public virtual async Task<IActionResult> OnPostRetryAsync()
    {
        await jobs.RetryAsync(Id);
        return Done(L["Job:WillRunNow"]);
    }

    public virtual async Task<IActionResult> OnPostAbandonAsync()
    {
        await jobs.AbandonAsync(Id);
        return Done(L["Job:WasAbandoned"]);
    }
}
