using Crm.CheckLists;
using Crm.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Domain.Entities;

namespace Crm.Web.Settings;

/// <summary>One check list with its items.</summary>
[Authorize(CrmPermissions.SellingSettings.Default)]
public class CheckListModel(ICheckListTemplateAppService templates) : CrmPageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public CheckListTemplateDto Template { get; private set; } = null!;
    public SaveCheckListTemplateDto Name { get; private set; } = new();
    public AddTemplateItemDto Item { get; } = new();

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Template = (await templates.GetListAsync()).Find(template => template.Id == Id) ?? throw new EntityNotFoundException(typeof(CheckListTemplate), Id);
        Name = new SaveCheckListTemplateDto { Name = Template.Name };
        return PageOr("_CheckList");
    }

    public virtual async Task<IActionResult> OnPostNameAsync([FromForm(Name = nameof(Name))] SaveCheckListTemplateDto name)
    {
        ValidateModel();
        await templates.UpdateAsync(Id, name);
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostRetireAsync(bool retire)
    {
        await (retire ? templates.RetireAsync(Id) : templates.RestoreAsync(Id));
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostAddAsync([FromForm(Name = nameof(Item))] AddTemplateItemDto item)
    {
        ValidateModel();
        await templates.AddItemAsync(Id, item);
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostUpAsync(Guid itemId)
    {
        await templates.MoveItemUpAsync(Id, itemId);
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostRemoveAsync(Guid itemId)
    {
        await templates.RemoveItemAsync(Id, itemId);
        return Done(L["Saved"]);
    }
}
