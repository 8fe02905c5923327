using Crm.Opportunities;
using Crm.Permissions;
using Crm.Pipelines;
using Kernel.Web;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Web.Opportunities;

/// <summary>The open opportunities of a pipeline, stage by stage.</summary>
[Authorize(CrmPermissions.Opportunities.Default)]
[Reads(CrmPermissions.Opportunities.Default, Words = "q")]
public class BoardModel(IBoardAppService boards, IOpportunityAppService opportunities, IPipelineAppService pipelines) : CrmPageModel
{
    [BindProperty(SupportsGet = true)] public Guid? PipelineId { get; set; }
    [BindProperty(SupportsGet = true)] public bool Mine { get; set; }
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }

    /// <summary>Only the next cards of this stage.</summary>
    [BindProperty(SupportsGet = true)] public Guid? StageId { get; set; }
    [BindProperty(SupportsGet = true)] public DateTime? AfterSince { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? AfterId { get; set; }

    public BoardDto Board { get; private set; } = null!;
    public bool MayMove { get; private set; }
    public bool MayCreate { get; private set; }
    public DateTime Now { get; private set; }

    public bool IsEmpty => Board.Columns.All(column => column.Cards.Count == 0);
    public bool IsFiltered => Mine || !string.IsNullOrWhiteSpace(Q);

    private BoardInput Shown => new() { PipelineId = PipelineId, Mine = Mine, Text = Q };

    public virtual async Task<IActionResult> OnGetAsync()
    {
        MayMove = await MayAsync(CrmPermissions.Opportunities.Edit);
        MayCreate = await MayAsync(CrmPermissions.Opportunities.Create);
        Now = Clock.Now;
        if (Request.IsForFragment() && StageId is { } stage && AfterId is { } after)
        {
            return Fragment("_Cards", await NextCardsAsync(stage, after));
        }
        Board = await boards.GetAsync(Shown);
        if (IsRetry)
        {
            Response.Headers["HX-Retarget"] = "#board"; // a refused move shows where everything stands now
        }
        return PageOr("_Board");
    }

    /// <summary>By htmx one request that answers with what changed only: the card in its new place, and two heads.</summary>
    public virtual async Task<IActionResult> OnPostMoveAsync(Guid id, Guid stageId, string stamp)
    {
        var moved = await opportunities.MoveAsync(id, new MoveOpportunityDto { StageId = stageId, ConcurrencyStamp = stamp, Board = Shown });
        if (!Request.IsForFragment())
        {
            Toast(L["Opportunity:Moved"]);
            return RedirectToPage(new { PipelineId, Mine = Mine ? "true" : null, Q });
        }
        (MayMove, Now) = (true, Clock.Now);
        return Fragment("_Moved", new MovedView(this, moved));
    }

    public ColumnView View(BoardColumn column) => new(this, column, Board.Pipeline.Stages, NextUrl(column));

    private async Task<ColumnView> NextCardsAsync(Guid stageId, Guid afterId)
    {
        var column = await boards.GetColumnAsync(new BoardColumnInput { PipelineId = PipelineId, Mine = Mine, Text = Q, StageId = stageId, AfterSince = AfterSince ?? Now, AfterId = afterId });
        var pipeline = (await pipelines.GetListAsync()).First(pipeline => pipeline.Stages.Any(stage => stage.Id == stageId));
        return new ColumnView(this, column, pipeline.Stages, NextUrl(column));
    }

    private string? NextUrl(BoardColumn column) => !column.HasMore ? null : Url.Page(null, new
    {
        PipelineId, Mine = Mine ? "true" : null, Q, StageId = column.Stage.Id,
        AfterSince = column.Cards[^1].StageSince.ToString("O"), AfterId = column.Cards[^1].Id,
    });
}

public record ColumnView(BoardModel Page, BoardColumn Column, IReadOnlyList<StageDto> Stages, string? NextUrl);

public record HeadView(StageDto Stage, IReadOnlyList<StageTotal> Totals, bool IsPart = false);

/// <param name="Stages">Where it may go.</param>
public record CardView(BoardModel Page, OpportunityRow Row, StageDto Stage, IReadOnlyList<StageDto> Stages)
{
    public int Days => Row.DaysInStage(Page.Now);
    public bool IsStale => Days > Stage.MaxDays;
}

public record MovedView(BoardModel Page, MovedDto Moved);
