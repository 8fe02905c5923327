using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Identity;
using Workspace.Administration.Roles;

namespace Workspace.Pages.Administration.Roles;

[Authorize(IdentityPermissions.Roles.Default)]
public class IndexModel(RoleAppService roles) : AdministrationPageModel
{
    public IReadOnlyList<RoleRow> Rows { get; private set; } = [];
    public bool MayCreate { get; private set; }
    public bool MayManagePermissions { get; private set; }

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Rows = await roles.GetListAsync();
        MayCreate = await MayAsync(IdentityPermissions.Roles.Create);
        MayManagePermissions = await MayAsync(IdentityPermissions.Roles.ManagePermissions);
        return Page();
    }
}
