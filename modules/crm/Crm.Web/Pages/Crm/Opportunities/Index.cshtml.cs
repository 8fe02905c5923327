using System.Globalization;
using Crm.Opportunities;
using Crm.Permissions;
using Crm.Pipelines;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Web.Opportunities;

[Authorize(CrmPermissions.Opportunities.Default)]
[Reads(CrmPermissions.Opportunities.Default, Words = "q", Rows = "List.Rows")]
public class IndexModel(IOpportunityAppService opportunities, IPipelineAppService pipelines) : CrmPageModel
{
    private const int Months = 6;

    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public bool Mine { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? StageId { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? CustomerId { get; set; }

    /// <summary>All of them when it is there but empty.</summary>
    [BindProperty(SupportsGet = true)] public OpportunityState? State { get; set; } = OpportunityState.Open;

    /// <summary>The first day of the month, by the reader's calendar, in which they are expected to close.</summary>
    [BindProperty(SupportsGet = true)] public string? Month { get; set; }
    [BindProperty(SupportsGet = true)] public string? AfterOn { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? AfterId { get; set; }

    public OpportunityPage List { get; private set; } = null!;
    public IReadOnlyList<PipelineDto> Pipelines { get; private set; } = [];
    public bool MayCreate { get; private set; }
    public bool MayExport { get; private set; }
    public DateTime Now { get; private set; }

    public bool IsFiltered => Mine || StageId is not null || CustomerId is not null || Month is not null || State != OpportunityState.Open || !string.IsNullOrWhiteSpace(Q);

    public IEnumerable<CalendarMonth> CloseMonths => CalendarMonth.Since(Today, Display, Months);

    public string StageName(OpportunityRow row) =>
        Pipelines.SelectMany(pipeline => pipeline.Stages).FirstOrDefault(stage => stage.Id == row.StageId)?.Name ?? "";

    public string? NextUrl => !List.HasMore ? null : Url.Page(null, new
    {
        Q, Mine = Mine ? "true" : null, StageId, CustomerId, State = State?.ToString() ?? "", Month,
        AfterOn = List.Rows[^1].OpenedOn.ToString("yyyy-MM-dd"), AfterId = List.Rows[^1].Id,
    });

    /// <summary>The month is the reader's, so it goes out as days; no state is the open ones there too.</summary>
    public string? ExportUrl => Url.Page("/Export", new
    {
        name = "opportunities", Q, Mine = Mine ? "true" : null, StageId, CustomerId, State = State?.ToString() ?? "Any",
        CloseFrom = ChosenMonth?.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CloseBefore = ChosenMonth?.Before.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    });

    private CalendarMonth? ChosenMonth => CloseMonths.FirstOrDefault(month => month.Key == Month);

    public virtual async Task<IActionResult> OnGetAsync()
    {
        var month = ChosenMonth;
        MayCreate = await MayAsync(CrmPermissions.Opportunities.Create);
        MayExport = await MayAsync(CrmPermissions.Opportunities.Export);
        Now = Clock.Now;
        Pipelines = await pipelines.GetListAsync();
        List = await opportunities.GetListAsync(new OpportunityListInput
        {
            Text = Q, Mine = Mine, StageId = StageId, CustomerId = CustomerId, State = State,
            CloseFrom = month?.From, CloseBefore = month?.Before,
            AfterOn = DateOnly.TryParse(AfterOn, out var on) ? on : null, AfterId = AfterId,
        });
        return PageOr("_List");
    }
}
