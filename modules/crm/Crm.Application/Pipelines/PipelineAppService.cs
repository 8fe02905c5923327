using Crm.CheckLists;
using Crm.Choices;
using Crm.Permissions;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp.Domain.Repositories;

namespace Crm.Pipelines;

[Authorize(CrmPermissions.Opportunities.Default)]
public class PipelineAppService(IRepository<Pipeline, Guid> pipelines, IReadOnlyRepository<CheckListTemplate, Guid> checkLists, PipelineManager manager, PipelineReader reader) : CrmAppService, IPipelineAppService
{
    public virtual Task<List<PipelineDto>> GetListAsync() => reader.GetListAsync();

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task<Guid> CreateAsync(SavePipelineDto input)
    {
        var order = (int)await pipelines.GetCountAsync() + 1;
        return (await pipelines.InsertAsync(new Pipeline(GuidGenerator.Create(), input.Name, order, CurrentTenant.Id))).Id;
    }

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task UpdateAsync(Guid id, SavePipelineDto input) => (await pipelines.GetAsync(id)).Rename(input.Name);

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task RetireAsync(Guid id) => (await pipelines.GetAsync(id)).Retire();

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task RestoreAsync(Guid id) => (await pipelines.GetAsync(id)).Restore();

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task<Guid> AddStageAsync(Guid id, SaveStageDto input)
    {
        var pipeline = await pipelines.GetAsync(id);
        var stage = pipeline.AddStage(GuidGenerator.Create(), input.Name, input.Probability, input.Requires, input.MaxDays);
        pipeline.SetCheckList(stage.Id, await KnownAsync(input.CheckListId));
        return stage.Id;
    }

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task UpdateStageAsync(Guid id, Guid stageId, SaveStageDto input)
    {
        var pipeline = await pipelines.GetAsync(id);
        pipeline.ChangeStage(stageId, input.Name, input.Probability, input.Requires, input.MaxDays);
        pipeline.SetCheckList(stageId, await KnownAsync(input.CheckListId));
    }

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task MoveStageUpAsync(Guid id, Guid stageId) => (await pipelines.GetAsync(id)).MoveStageUp(stageId);

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task DeleteStageAsync(Guid id, Guid stageId) =>
        await manager.RemoveStageAsync(await pipelines.GetAsync(id), stageId);

    private async Task<Guid?> KnownAsync(Guid? checkListId) => checkListId is { } id ? (await checkLists.GetAsync(id)).Id : null;
}
