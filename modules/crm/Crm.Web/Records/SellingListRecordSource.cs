using Crm.Choices;
using Crm.Permissions;
using Crm.Pipelines;
using Kernel.Auditing;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;

namespace Crm.Web.Records;

/// <summary>Pipelines, stages, sources, reasons and competitors: few, and known to whoever sells. One statement for each of the two lists.</summary>
public class SellingListRecordSource(PipelineReader pipelines, ChoiceReader choices, IPermissionChecker permissions) : IRecordSource, ITransientDependency
{
    public virtual async Task<IReadOnlyList<RecordName>> GetAsync(IReadOnlyCollection<Guid> ids)
    {
        if (!await permissions.IsGrantedAsync(CrmPermissions.Opportunities.Default) && !await permissions.IsGrantedAsync(CrmPermissions.Leads.Default)) { return []; }
        var all = await pipelines.GetListAsync();
        return [.. all.Select(pipeline => new RecordName(pipeline.Id, pipeline.Name, CrmUrls.Pipeline(pipeline.Id)))
            .Concat(all.SelectMany(pipeline => pipeline.Stages.Select(stage => new RecordName(stage.Id, stage.Name, CrmUrls.Pipeline(pipeline.Id)))))
            .Concat((await choices.GetListAsync()).Select(choice => new RecordName(choice.Id, choice.Name, CrmUrls.Lists)))
            .Where(record => ids.Contains(record.Id))];
    }
}
