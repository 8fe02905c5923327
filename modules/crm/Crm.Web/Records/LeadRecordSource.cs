using Crm.Leads;
using Crm.Permissions;
using Kernel.Auditing;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Crm.Web.Records;

public class LeadRecordSource(
    IReadOnlyRepository<Lead, Guid> leads, IAsyncQueryableExecuter executer, IPermissionChecker permissions) : IRecordSource, ITransientDependency
{
    public virtual async Task<IReadOnlyList<RecordName>> GetAsync(IReadOnlyCollection<Guid> ids) =>
        !await permissions.IsGrantedAsync(CrmPermissions.Leads.Default) ? []
            : (await executer.ToListAsync((await leads.GetQueryableAsync())
                .Where(lead => ids.Contains(lead.Id)).Select(lead => new { lead.Id, Name = lead.CompanyName ?? lead.PersonName })))
            .ConvertAll(lead => new RecordName(lead.Id, lead.Name!, CrmUrls.Lead(lead.Id)));
}
