using Crm.Choices;
using Crm.Localization;
using Microsoft.Extensions.Localization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Crm.Pipelines;

/// <summary>Pipelines with their stages, named in the reader's language: one statement.</summary>
public class PipelineReader(
    IReadOnlyRepository<Pipeline, Guid> pipelines, IReadOnlyRepository<PipelineStage, Guid> stages,
    IAsyncQueryableExecuter executer, IStringLocalizer<CrmResource> texts) : ITransientDependency
{
    public virtual async Task<List<PipelineDto>> GetListAsync()
    {
        var allStages = await stages.GetQueryableAsync();
        var rows = await executer.ToListAsync((await pipelines.GetQueryableAsync())
            .OrderBy(pipeline => pipeline.IsRetired).ThenBy(pipeline => pipeline.Order).ThenBy(pipeline => pipeline.Id)
            .Select(pipeline => new
            {
                pipeline.Id,
                pipeline.Code,
                pipeline.Name,
                pipeline.IsRetired,
                Stages = allStages.Where(stage => stage.PipelineId == pipeline.Id).OrderBy(stage => stage.Order)
                    .Select(stage => new { stage.Id, stage.Code, stage.Name, stage.Order, stage.Probability, stage.Requires, stage.MaxDays, stage.CheckListId }).ToList(),
            }));
        return rows.ConvertAll(pipeline => new PipelineDto(
            pipeline.Id, texts.NameOf("Pipeline", pipeline.Code, pipeline.Name), pipeline.IsRetired,
            pipeline.Stages.ConvertAll(stage => new StageDto(
                stage.Id, texts.NameOf("Stage", stage.Code, stage.Name), stage.Order, stage.Probability, stage.Requires, stage.MaxDays, stage.CheckListId))));
    }

    /// <summary>One that is loaded already.</summary>
    public virtual PipelineDto Name(Pipeline pipeline) => new(
        pipeline.Id, texts.NameOf("Pipeline", pipeline.Code, pipeline.Name), pipeline.IsRetired,
        [.. pipeline.Stages.OrderBy(stage => stage.Order).Select(stage => new StageDto(
            stage.Id, texts.NameOf("Stage", stage.Code, stage.Name), stage.Order, stage.Probability, stage.Requires, stage.MaxDays, stage.CheckListId))]);
}
