using Crm.Permissions;
using Crm.Pipelines;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Web.Settings;

[Authorize(CrmPermissions.SellingSettings.Default)]
public class IndexModel(IPipelineAppService pipelines) : CrmPageModel
{
    [BindProperty] public SavePipelineDto Input { get; set; } = new();

    public IReadOnlyList<PipelineDto> List { get; private set; } = [];

    public virtual async Task OnGetAsync() => List = await pipelines.GetListAsync();

    public virtual async Task<IActionResult> OnPostAsync()
    {
        ValidateModel();
        var id = await pipelines.CreateAsync(Input);
        Toast(L["Saved"]);
        return Redirect(CrmUrls.Pipeline(id));
    }
}
