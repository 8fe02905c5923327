using Crm.Opportunities;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;

namespace Crm.Pipelines;

/// <summary>A stage through which an opportunity went stays, for its history.</summary>
public class PipelineManager(IReadOnlyRepository<Opportunity, Guid> opportunities, IReadOnlyRepository<StageMove, Guid> moves) : DomainService
{
    public virtual async Task RemoveStageAsync(Pipeline pipeline, Guid stageId)
    {
        pipeline.Stage(stageId);
        if (await opportunities.AnyAsync(opportunity => opportunity.StageId == stageId) || await moves.AnyAsync(move => move.FromStageId == stageId))
        {
            throw new BusinessException(CrmErrorCodes.StageInUse);
        }
        pipeline.RemoveStage(stageId);
    }
}
