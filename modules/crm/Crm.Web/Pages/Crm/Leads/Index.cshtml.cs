using Crm.Assignment;
using Crm.Choices;
using Crm.Leads;
using Crm.Permissions;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Web.Leads;

/// <summary>The queue: the oldest or the most promising first.</summary>
[Authorize(CrmPermissions.Leads.Default)]
[Reads(CrmPermissions.Leads.Default, Words = "q")]
public class IndexModel(ILeadAppService leads, IAssignmentAppService assignment) : CrmPageModel
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public LeadStatus? Status { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? SourceId { get; set; }
    [BindProperty(SupportsGet = true)] public bool Mine { get; set; }
    [BindProperty(SupportsGet = true)] public bool Stale { get; set; }
    [BindProperty(SupportsGet = true)] public bool Late { get; set; }
    [BindProperty(SupportsGet = true)] public LeadOrder Order { get; set; } = LeadOrder.Oldest;
    [BindProperty(SupportsGet = true)] public int? MinScore { get; set; }
    [BindProperty(SupportsGet = true)] public int? AfterScore { get; set; }
    [BindProperty(SupportsGet = true)] public DateTime? AfterAt { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? AfterId { get; set; }

    public LeadPage List { get; private set; } = null!;
    public IReadOnlyList<ChoiceDto> Sources { get; private set; } = [];
    public bool MayCreate { get; private set; }
    public bool MayExport { get; private set; }
    public bool MayAssign { get; private set; }
    public DateTime Now { get; private set; }

    public bool IsFiltered => Mine || Stale || Late || MinScore is not null || Status is not null || SourceId is not null || !string.IsNullOrWhiteSpace(Q);

    public bool HasScores => List.HasScores;

    public string? NextUrl => !List.HasMore ? null : Url.Page(null, new
    {
        Q, Status, SourceId, Mine = Mine ? "true" : null, Stale = Stale ? "true" : null, Late = Late ? "true" : null, Order = Order == LeadOrder.Oldest ? (LeadOrder?)null : Order, MinScore,
        AfterScore = Order == LeadOrder.Oldest ? null : List.Rows[^1].Score, AfterAt = List.Rows[^1].FirstTouchAt.ToString("O"), AfterId = List.Rows[^1].Id,
    });

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Now = Clock.Now;
        MayCreate = await MayAsync(CrmPermissions.Leads.Create);
        MayExport = await MayAsync(CrmPermissions.Leads.Export);
        MayAssign = await MayAsync(CrmPermissions.Leads.Assign);
        Sources = (await leads.GetChoicesAsync()).FindAll(choice => choice.Kind == ChoiceKind.LeadSource && !choice.IsRetired);
        List = await leads.GetListAsync(new LeadListInput
        {
            Text = Q, Status = Status, SourceId = SourceId, Mine = Mine, Stale = Stale, Late = Late, MinScore = MinScore, Order = Order, AfterScore = AfterScore, AfterAt = AfterAt, AfterId = AfterId,
        });
        return PageOr("_Leads");
    }

    /// <summary>Shares out what nobody is in charge of.</summary>
    public virtual async Task<IActionResult> OnPostAssignAsync()
    {
        var given = await assignment.AssignQueueAsync();
        Toast(L["Assign:Given", Display.Number(given.Given)] + (given.WithoutAnybody == 0 ? "" : " " + L["Assign:WithoutAnybody", Display.Number(given.WithoutAnybody)]), given.Given == 0 ? "info" : "good");
        return RedirectToPage();
    }
}
