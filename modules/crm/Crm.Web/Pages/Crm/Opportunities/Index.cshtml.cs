using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Crm.Opportunities;
using Crm.Permissions;
using Crm.Pipelines;
using Crm.SavedViews;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Web.Opportunities;

[Authorize(CrmPermissions.Opportunities.Default)]
[Reads(CrmPermissions.Opportunities.Default, Words = "q", Rows = "List.Rows")]
public class IndexModel(IOpportunityAppService opportunities, IPipelineAppService pipelines, ISavedViewAppService views) : CrmPageModel
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
    [BindProperty(SupportsGet = true)] public DateOnly? AfterOn { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? AfterId { get; set; }

    /// <summary>The row that is written in its place.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Edit { get; set; }

    public OpportunityPage List { get; private set; } = null!;
    public IReadOnlyList<SavedViewDto> Views { get; private set; } = [];
    public bool MayEdit { get; private set; }
    public RowInput Row { get; private set; } = new();
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
        AfterOn = List.Rows[^1].OpenedOn.ToString("O"), AfterId = List.Rows[^1].Id,
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
        MayEdit = await MayAsync(CrmPermissions.Opportunities.Edit);
        Views = await views.GetListAsync(SavedViewConsts.Opportunities);
        Now = Clock.Now;
        Pipelines = await pipelines.GetListAsync();
        List = await opportunities.GetListAsync(new OpportunityListInput
        {
            Text = Q, Mine = Mine, StageId = StageId, CustomerId = CustomerId, State = State,
            CloseFrom = month?.From, CloseBefore = month?.Before,
            AfterOn = AfterOn, AfterId = AfterId,
        });
        if (List.Rows.Find(row => row.Id == Edit) is { } edited)
        {
            Row = new RowInput { ExpectedClose = edited.ExpectedClose, NextStep = edited.NextStep, NextStepOn = edited.NextStepOn };
        }
        return PageOr("_List");
    }

    /// <summary>Writes a row in its place: when it is expected to close, and what comes next.</summary>
    public virtual async Task<IActionResult> OnPostRowAsync(Guid edit, string stamp, [FromForm(Name = nameof(Row))] RowInput row)
    {
        ValidateModel();
        await opportunities.PlanAsync(edit, new PlanOpportunityDto { ExpectedClose = row.ExpectedClose, NextStep = row.NextStep, NextStepOn = row.NextStepOn, ConcurrencyStamp = stamp });
        Toast(L["Saved"]);
        return Redirect(CrmUrls.Opportunities + Filter);
    }

    public virtual async Task<IActionResult> OnPostViewAsync(string name)
    {
        ValidateModel();
        await views.SaveAsync(new SaveViewDto { List = SavedViewConsts.Opportunities, Name = name, Query = Filter });
        Toast(L["Saved"]);
        return Redirect(CrmUrls.Opportunities + Filter);
    }

    public virtual async Task<IActionResult> OnPostForgetAsync(Guid viewId)
    {
        await views.DeleteAsync(viewId);
        return Redirect(CrmUrls.Opportunities + Filter);
    }

    /// <summary>What is shown now, as the address has it.</summary>
    public string Filter => QueryString.Create(new Dictionary<string, string?>
    {
        ["Q"] = Q, ["Mine"] = Mine ? "true" : null, ["StageId"] = StageId?.ToString(), ["CustomerId"] = CustomerId?.ToString(), ["State"] = State?.ToString() ?? "", ["Month"] = Month,
    }.Where(pair => pair.Value is not null && (pair.Key == "State" || pair.Value.Length > 0))).ToString();

    /// <param name="id">Nothing ends the editing.</param>
    public string EditUrl(Guid? id) => CrmUrls.Opportunities + Filter + (id is null ? "" : $"&Edit={id}");

    public class RowInput
    {
        public DateOnly? ExpectedClose { get; set; }

        [StringLength(OpportunityConsts.MaxNextStepLength)]
        public string? NextStep { get; set; }
        public DateOnly? NextStepOn { get; set; }
    }
}
