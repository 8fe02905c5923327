using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Identity;
using Workspace.Administration.Roles;

namespace Workspace.Pages.Administration.Roles;

[Authorize(IdentityPermissions.Roles.Create)]
public class CreateModel(RoleAppService roles) : AdministrationPageModel
{
    [BindProperty] public CreateRoleDto Input { get; set; } = new();

    public IReadOnlyList<RoleRow> Models { get; private set; } = [];

    public virtual async Task<IActionResult> OnGetAsync(Guid? copyFrom)
    {
        if (await MayAsync(IdentityPermissions.Roles.ManagePermissions)) { Models = await roles.GetListAsync(); }
        Input.CopyFrom = copyFrom;
        return Page();
    }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        ValidateModel();
        var id = await roles.CreateAsync(Input);
        Toast(L["Role:Created"]);
        return await MayAsync(IdentityPermissions.Roles.ManagePermissions)
            ? RedirectToPage("/Administration/Permissions/Index", new { Roles = id })
            : RedirectToPage("Details", new { id });
    }
}
