using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Identity;
using Volo.Abp.Users;
using Workspace.Administration;
using Workspace.Administration.Units;
using Workspace.Administration.Users;

namespace Workspace.Pages.Administration.Users;

[Authorize(IdentityPermissions.Users.Default)]
public class DetailsModel(UserAppService users, UnitAppService units, IIdentityRoleRepository roles) : AdministrationPageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public UserDetails Known { get; private set; } = null!;
    public IReadOnlyList<IdentityRole> Roles { get; private set; } = [];
    public IReadOnlyList<UnitRow> Units { get; private set; } = [];
    public bool MayUpdate { get; private set; }
    public bool MayDelete { get; private set; }
    public bool MayManageRoles { get; private set; }
    public bool MayManageUnits { get; private set; }
    public bool MayManagePermissions { get; private set; }
    public bool MaySeeAs { get; private set; }
    public bool IsMe => Id == CurrentUser.GetId();

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Known = await users.GetAsync(Id);
        MayUpdate = await MayAsync(IdentityPermissions.Users.Update);
        MayDelete = await MayAsync(IdentityPermissions.Users.Delete);
        MayManagePermissions = await MayAsync(IdentityPermissions.Users.ManagePermissions);
        MaySeeAs = !IsMe && await MayAsync(WorkspacePermissions.SeeAs);
        MayManageRoles = await MayAsync(IdentityPermissions.Users.ManageRoles);
        MayManageUnits = MayUpdate && await MayAsync(WorkspacePermissions.Units.Manage);
        if (MayManageRoles) { Roles = await roles.GetListAsync(sorting: nameof(IdentityRole.Name)); }
        if (MayManageUnits && await MayAsync(WorkspacePermissions.Units.Default)) { Units = await units.GetTreeAsync(); }
        return Page();
    }

    public virtual async Task<IActionResult> OnPostRolesAsync(List<string> roleNames)
    {
        await users.SetRolesAsync(Id, roleNames);
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostUnitsAsync(List<Guid> unitIds)
    {
        await users.SetUnitsAsync(Id, unitIds);
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostLockAsync()
    {
        await users.LockAsync(Id);
        return Done(L["User:WasLocked"]);
    }

    public virtual async Task<IActionResult> OnPostUnlockAsync()
    {
        await users.UnlockAsync(Id);
        return Done(L["User:WasUnlocked"]);
    }

    public virtual async Task<IActionResult> OnPostDeactivateAsync()
    {
        await users.DeactivateAsync(Id);
        return Done(L["User:WasDeactivated"]);
    }

    public virtual async Task<IActionResult> OnPostActivateAsync()
    {
        await users.ActivateAsync(Id);
        return Done(L["User:WasActivated"]);
    }

    public virtual async Task<IActionResult> OnPostResetPasswordAsync()
    {
        ShowOnce(await users.ResetPasswordAsync(Id));
        return Done(L["User:WasReset"]);
    }

    public virtual async Task<IActionResult> OnPostRequirePasswordChangeAsync()
    {
        await users.RequirePasswordChangeAsync(Id);
        return Done(L["User:MustChangeNow"]);
    }

    public virtual async Task<IActionResult> OnPostSignOutAsync()
    {
        await users.SignOutEverywhereAsync(Id);
        return Done(L["User:WasSignedOut"]);
    }

    public virtual async Task<IActionResult> OnPostDeleteAsync()
    {
        await users.DeleteAsync(Id);
        Toast(L["User:WasDeleted"]);
        return RedirectToPage("Index");
    }
}
