using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Identity;
using Workspace.Administration;
using Workspace.Administration.Units;
using Workspace.Administration.Users;

namespace Workspace.Pages.Administration.Users;

[Authorize(IdentityPermissions.Users.Create)]
public class CreateModel(UserAppService users, UnitAppService units, IIdentityRoleRepository roles) : AdministrationPageModel
{
    [BindProperty] public CreateUserDto Input { get; set; } = new();

    public IReadOnlyList<IdentityRole> Roles { get; private set; } = [];
    public IReadOnlyList<UnitRow> Units { get; private set; } = [];

    public virtual async Task<IActionResult> OnGetAsync()
    {
        if (await MayAsync(IdentityPermissions.Users.ManageRoles)) { Roles = await roles.GetListAsync(sorting: nameof(IdentityRole.Name)); }
        if (await MayAsync(WorkspacePermissions.Units.Default)) { Units = await units.GetTreeAsync(); }
        if (!IsRetry) { Input.RoleNames = [.. Roles.Where(role => role.IsDefault).Select(role => role.Name)]; }
        return Page();
    }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        ValidateModel();
        var created = await users.CreateAsync(Input);
        ShowOnce(created.Password);
        Toast(L["User:Created"]);
        return RedirectToPage("Details", new { created.Id });
    }
}
