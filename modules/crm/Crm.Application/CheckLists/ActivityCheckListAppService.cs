using Crm.Activities;
using Crm.Permissions;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace Crm.CheckLists;

[Authorize(CrmPermissions.Activities.Default)]
public class ActivityCheckListAppService(IReadOnlyRepository<Activity, Guid> activities, IRepository<CheckItem, Guid> items, CheckListManager manager, CheckItemRows rows)
    : CrmAppService, IActivityCheckListAppService
{
    [Reads(CrmPermissions.Activities.Default, Id = "id")]
    public virtual async Task<List<CheckItemRow>> GetListAsync(Guid id)
    {
        await activities.GetAsync(id, includeDetails: false);
        return await rows.ReadAsync((await items.GetQueryableAsync()).Where(item => item.ActivityId == id));
    }

    [Authorize(CrmPermissions.Activities.Manage)]
    public virtual async Task AddItemAsync(Guid id, AddCheckItemDto input) =>
        await manager.AddAsync(await activities.GetAsync(id), input.Text, input.IsMandatory);

    [Authorize(CrmPermissions.Activities.Manage)]
    public virtual async Task ApplyAsync(Guid id, Guid templateId) => await manager.ApplyAsync(await activities.GetAsync(id), templateId);

    [Authorize(CrmPermissions.Activities.Manage)]
    public virtual async Task TickAsync(Guid id, Guid itemId) => (await FindAsync(id, itemId)).Tick(CurrentUser.Id, Clock.Now);

    [Authorize(CrmPermissions.Activities.Manage)]
    public virtual async Task UntickAsync(Guid id, Guid itemId) => (await FindAsync(id, itemId)).Untick();

    [Authorize(CrmPermissions.Activities.Manage)]
    public virtual async Task RemoveItemAsync(Guid id, Guid itemId) => await items.DeleteAsync(await FindAsync(id, itemId));

    private async Task<CheckItem> FindAsync(Guid id, Guid itemId) =>
        await items.FindAsync(item => item.ActivityId == id && item.Id == itemId) ?? throw new EntityNotFoundException(typeof(CheckItem), itemId);
}
