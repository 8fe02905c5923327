using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Workspace.Administration.Jobs;
using Workspace.Data.Jobs;

namespace Workspace.Pages.Administration.Jobs;

[Authorize(JobPermissions.Default)]
public class IndexModel(JobMonitorAppService jobs) : AdministrationPageModel
{
    [BindProperty(SupportsGet = true)] public JobRunState? State { get; set; }
    [BindProperty(SupportsGet = true)] public string? Name { get; set; }
    [BindProperty(SupportsGet = true)] public long? BeforeTicks { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? BeforeId { get; set; }

    public JobPage List { get; private set; } = null!;
    public IReadOnlyList<string> Names => jobs.Names;

    public string? NextUrl => List.HasMore
        ? Url.Page(null, new { State, Name, BeforeTicks = List.Rows[^1].QueuedAt.Ticks, BeforeId = List.Rows[^1].Id }) : null;

    public string TitleOf(string name) => JobText.TitleOf(L, name);

    public virtual async Task<IActionResult> OnGetAsync()
    {
        List = await jobs.GetListAsync(new JobListInput
        {
            State = State, Name = Name, BeforeId = BeforeId, BeforeAt = BeforeTicks is { } ticks ? new DateTime(ticks, DateTimeKind.Utc) : null
        });
        return PageOr("_Jobs");
    }
}
