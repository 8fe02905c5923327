using Crm.Opportunities;
using Crm.Permissions;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace Crm.CheckLists;

[Authorize(CrmPermissions.Opportunities.Default)]
public class OpportunityCheckListAppService(IReadOnlyRepository<Opportunity, Guid> opportunities, IRepository<CheckItem, Guid> items, CheckListManager manager, CheckItemRows rows)
    : CrmAppService, IOpportunityCheckListAppService
{
    [Reads(CrmPermissions.Opportunities.Default, Id = "id")]
    public virtual async Task<List<CheckItemRow>> GetListAsync(Guid id)
    {
        await opportunities.GetAsync(id, includeDetails: false);
        return await rows.ReadAsync((await items.GetQueryableAsync()).Where(item => item.OpportunityId == id));
    }

    [Authorize(CrmPermissions.Opportunities.Edit)]
    public virtual async Task AddItemAsync(Guid id, AddCheckItemDto input) =>
        await manager.AddAsync(await opportunities.GetAsync(id), input.Text, input.IsMandatory);

    [Authorize(CrmPermissions.Opportunities.Edit)]
    public virtual async Task ApplyAsync(Guid id, Guid templateId) => await manager.ApplyAsync(await opportunities.GetAsync(id), templateId);

    [Authorize(CrmPermissions.Opportunities.Edit)]
    public virtual async Task TickAsync(Guid id, Guid itemId) => (await FindAsync(id, itemId)).Tick(CurrentUser.Id, Clock.Now);

    [Authorize(CrmPermissions.Opportunities.Edit)]
    public virtual async Task UntickAsync(Guid id, Guid itemId) => (await FindAsync(id, itemId)).Untick();

    [Authorize(CrmPermissions.Opportunities.Edit)]
    public virtual async Task RemoveItemAsync(Guid id, Guid itemId) => await items.DeleteAsync(await FindAsync(id, itemId));

    private async Task<CheckItem> FindAsync(Guid id, Guid itemId) =>
        await items.FindAsync(item => item.OpportunityId == id && item.Id == itemId) ?? throw new EntityNotFoundException(typeof(CheckItem), itemId);
}
