using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.TenantManagement;
using Workspace.Administration.Tenants;

namespace Workspace.Pages.Administration.Tenants;

[Authorize(TenantManagementPermissions.Tenants.Default)]
public class IndexModel(TenantAppService tenants) : AdministrationPageModel
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public TenantPage List { get; private set; } = null!;
    public bool MayCreate { get; private set; }
    public string? NextUrl => List.HasMore ? Url.Page(null, new { Q, After = List.Rows[^1].Name }) : null;

    public virtual async Task<IActionResult> OnGetAsync()
    {
        MayCreate = await MayAsync(TenantManagementPermissions.Tenants.Create);
        List = await tenants.GetListAsync(new TenantListInput { Text = Q, After = After });
        return PageOr("_Tenants");
    }
}
