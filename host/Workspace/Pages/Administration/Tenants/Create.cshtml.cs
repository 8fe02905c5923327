using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.TenantManagement;
using Workspace.Administration.Tenants;

namespace Workspace.Pages.Administration.Tenants;

[Authorize(TenantManagementPermissions.Tenants.Create)]
public class CreateModel(TenantAppService tenants) : AdministrationPageModel
{
    [BindProperty] public CreateTenantInput Input { get; set; } = new();

    public bool MayManageDatabase { get; private set; }

    public virtual async Task OnGetAsync() => MayManageDatabase = await MayAsync(TenantManagementPermissions.Tenants.ManageConnectionStrings);

    public virtual async Task<IActionResult> OnPostAsync()
    {
        ValidateModel();
        var id = await tenants.CreateAsync(Input);
        Toast(L["Tenant:Created"]);
        return RedirectToPage("Details", new { id });
    }
}
