using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Identity;
using Workspace.Administration.Roles;

namespace Workspace.Pages.Administration.Roles;

[Authorize(IdentityPermissions.Roles.Default)]
public class DetailsModel(RoleAppService roles) : AdministrationPageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }
    [BindProperty] public UpdateRoleDto Input { get; set; } = new();

    public RoleDetails Role { get; private set; } = null!;
    public bool MayUpdate { get; private set; }
    public bool MayDelete { get; private set; }
    public bool MayCreate { get; private set; }
    public bool MayManagePermissions { get; private set; }

    public string? NextUrl => Role.HasMore ? Url.Page(null, new { Id, After = Role.Members[^1].Key }) : null;

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Role = await roles.GetAsync(Id, After);
        MayUpdate = await MayAsync(IdentityPermissions.Roles.Update);
        MayDelete = !Role.IsStatic && await MayAsync(IdentityPermissions.Roles.Delete);
        MayManagePermissions = await MayAsync(IdentityPermissions.Roles.ManagePermissions);
        MayCreate = MayManagePermissions && await MayAsync(IdentityPermissions.Roles.Create);
        Input = new UpdateRoleDto { Name = Role.Name, IsDefault = Role.IsDefault, ConcurrencyStamp = Role.ConcurrencyStamp };
        return Page();
    }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        ValidateModel();
        await roles.UpdateAsync(Id, Input);
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostDeleteAsync()
    {
        await roles.DeleteAsync(Id);
        Toast(L["Role:WasDeleted"]);
        return RedirectToPage("Index");
    }
}
