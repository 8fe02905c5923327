using Crm.CheckLists;
using Crm.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Web.Settings;

/// <summary>The check lists that stages bring and people choose.</summary>
[Authorize(CrmPermissions.SellingSettings.Default)]
public class CheckListsModel(ICheckListTemplateAppService templates) : CrmPageModel
{
    public IReadOnlyList<CheckListTemplateDto> List { get; private set; } = [];
    public SaveCheckListTemplateDto New { get; } = new();

    public virtual async Task OnGetAsync() => List = await templates.GetListAsync();

    public virtual async Task<IActionResult> OnPostNewAsync([FromForm(Name = nameof(New))] SaveCheckListTemplateDto template)
    {
        ValidateModel();
        var id = await templates.CreateAsync(template);
        Toast(L["Saved"]);
        return Redirect(Request.PathBase + CrmUrls.CheckList(id));
    }
}
