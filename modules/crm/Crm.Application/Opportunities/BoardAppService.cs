using Crm.Permissions;
using Crm.Pipelines;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp;
using Volo.Abp.Domain.Entities;

namespace Crm.Opportunities;

[Authorize(CrmPermissions.Opportunities.Default)]
public class BoardAppService(OpportunityRows rows, PipelineReader pipelines) : CrmAppService, IBoardAppService
{
    private const int CardsOfStage = 20;

    [Reads(CrmPermissions.Opportunities.Default, Words = "text")]
    public virtual async Task<BoardDto> GetAsync(BoardInput input)
    {
        var all = await pipelines.GetListAsync();
        var pipeline = Choose(all, input.PipelineId);
        var open = await rows.FindOpenAsync(input, pipeline.Id);
        var totals = await rows.GetTotalsAsync(open);
        var cards = await ReadFirstAsync(open, pipeline);
        return new BoardDto(pipeline, all,
        [
            .. pipeline.Stages.Select(stage => Column(
                stage, totals.FindAll(total => total.StageId == stage.Id), cards.FindAll(card => card.StageId == stage.Id)))
        ]);
    }

    [Reads(CrmPermissions.Opportunities.Default, Words = "text", Rows = "Cards")]
    public virtual async Task<BoardColumn> GetColumnAsync(BoardColumnInput input)
    {
        var pipeline = Choose(await pipelines.GetListAsync(), input.PipelineId);
        var stage = pipeline.Stages.FirstOrDefault(stage => stage.Id == input.StageId) ?? throw new EntityNotFoundException(typeof(PipelineStage), input.StageId);
        var (since, id) = (DateTime.SpecifyKind(input.AfterSince!.Value, DateTimeKind.Utc), input.AfterId!.Value);
        var next = (await rows.FindOpenAsync(input, pipeline.Id)).Where(opportunity =>
            opportunity.StageSince <= since && (opportunity.StageSince < since || opportunity.Id.CompareTo(id) < 0));
        return Column(stage, [], await rows.ReadAsync(await rows.SelectAsync(Newest(next, stage.Id))));
    }

    private static PipelineDto Choose(List<PipelineDto> all, Guid? id) =>
        all.Find(pipeline => id is null || pipeline.Id == id)
            ?? (id is null ? throw new BusinessException(CrmErrorCodes.PipelineWithoutStages) : throw new EntityNotFoundException(typeof(Pipeline), id));

    /// <summary>The first cards of each stage, each by its index, in one statement.</summary>
    private async Task<List<OpportunityRow>> ReadFirstAsync(IQueryable<Opportunity> open, PipelineDto pipeline)
    {
        var first = new List<IQueryable<OpportunityRow>>();
        foreach (var stage in pipeline.Stages)
        {
            first.Add(await rows.SelectAsync(Newest(open, stage.Id)));
        }
        if (first.Count == 0)
        {
            return [];
        }
        var read = await rows.ReadAsync(first.Aggregate((all, next) => all.Concat(next)));
        return [.. read.OrderByDescending(card => card.StageSince).ThenByDescending(card => card.Id)];
    }

    private static IQueryable<Opportunity> Newest(IQueryable<Opportunity> open, Guid stageId) => open
        .Where(opportunity => opportunity.StageId == stageId)
        .OrderByDescending(opportunity => opportunity.StageSince).ThenByDescending(opportunity => opportunity.Id)
        .Take(CardsOfStage + 1);

    private static BoardColumn Column(StageDto stage, IReadOnlyList<StageTotal> totals, List<OpportunityRow> cards)
    {
        var ordered = cards.OrderByDescending(card => card.StageSince).ToList();
        return new BoardColumn(stage, totals, ordered.Take(CardsOfStage).ToList(), ordered.Count > CardsOfStage);
    }
}
