using Crm.Opportunities;
using Crm.Permissions;
using Kernel.Auditing;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Crm.Web.Records;

public class OpportunityRecordSource(
    IReadOnlyRepository<Opportunity, Guid> opportunities, IAsyncQueryableExecuter executer, IPermissionChecker permissions) : IRecordSource, ITransientDependency
{
    public virtual async Task<IReadOnlyList<RecordName>> GetAsync(IReadOnlyCollection<Guid> ids) =>
        !await permissions.IsGrantedAsync(CrmPermissions.Opportunities.Default) ? []
            : (await executer.ToListAsync((await opportunities.GetQueryableAsync())
                .Where(opportunity => ids.Contains(opportunity.Id)).Select(opportunity => new { opportunity.Id, opportunity.Title })))
            .ConvertAll(opportunity => new RecordName(opportunity.Id, opportunity.Title, CrmUrls.Opportunity(opportunity.Id)));
}
