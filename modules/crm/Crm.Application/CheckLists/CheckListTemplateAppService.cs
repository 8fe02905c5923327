using Crm.Permissions;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;

namespace Crm.CheckLists;

/// <remarks>Whoever works with lists chooses among them; only an administrator changes them.</remarks>
[Authorize]
public class CheckListTemplateAppService(IRepository<CheckListTemplate, Guid> templates) : CrmAppService, ICheckListTemplateAppService
{
    public virtual async Task<List<CheckListTemplateDto>> GetListAsync() =>
        [.. (await AsyncExecuter.ToListAsync((await templates.GetQueryableAsync()).OrderBy(template => template.IsRetired).ThenBy(template => template.Name).ThenBy(template => template.Id)
            .Take(CheckListConsts.MaxTemplates).Select(template => new
            {
                template.Id, template.Name, template.IsRetired,
                Items = template.Items.OrderBy(item => item.Order).Select(item => new TemplateItemDto(item.Id, item.Text, item.IsMandatory, item.TaskDays, item.Order)).ToList(),
            }))).Select(template => new CheckListTemplateDto(template.Id, template.Name, template.IsRetired, template.Items))];

    public virtual async Task<List<CheckListChoiceDto>> GetChoicesAsync() => await AsyncExecuter.ToListAsync(
        (await templates.GetQueryableAsync()).Where(template => !template.IsRetired && template.Items.Any()).OrderBy(template => template.Name).ThenBy(template => template.Id)
            .Take(CheckListConsts.MaxTemplates).Select(template => new CheckListChoiceDto(template.Id, template.Name)));

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task<Guid> CreateAsync(SaveCheckListTemplateDto input)
    {
        if (await templates.GetCountAsync() >= CheckListConsts.MaxTemplates)
        {
            throw new BusinessException(CrmErrorCodes.TooManyCheckLists).WithData("Max", CheckListConsts.MaxTemplates);
        }
        return (await templates.InsertAsync(new CheckListTemplate(GuidGenerator.Create(), input.Name, CurrentTenant.Id))).Id;
    }

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task UpdateAsync(Guid id, SaveCheckListTemplateDto input) => (await templates.GetAsync(id)).Rename(input.Name);

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task RetireAsync(Guid id) => (await templates.GetAsync(id)).Retire();

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task RestoreAsync(Guid id) => (await templates.GetAsync(id)).Restore();

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task AddItemAsync(Guid id, AddTemplateItemDto input) =>
        (await templates.GetAsync(id)).AddItem(GuidGenerator.Create(), input.Text, input.IsMandatory, input.TaskDays);

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task RemoveItemAsync(Guid id, Guid itemId) => (await templates.GetAsync(id)).RemoveItem(itemId);

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task MoveItemUpAsync(Guid id, Guid itemId) => (await templates.GetAsync(id)).MoveItemUp(itemId);
}
