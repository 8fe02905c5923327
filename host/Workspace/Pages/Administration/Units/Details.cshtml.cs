using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Identity;
using Workspace.Administration;
using Workspace.Administration.Units;
using Workspace.Administration.Users;

namespace Workspace.Pages.Administration.Units;

[Authorize(WorkspacePermissions.Units.Default)]
public class DetailsModel(UnitAppService units, UserListAppService users, IIdentityRoleRepository roles) : AdministrationPageModel
{
    private const int MaxFound = 20;

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    /// <summary>Whom to add: words of his name.</summary>
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }

    public UnitDetails Unit { get; private set; } = null!;
    public IReadOnlyList<UnitRow> Tree { get; private set; } = [];
    public IReadOnlyList<IdentityRole> Roles { get; private set; } = [];
    public IReadOnlyList<UserRow> Found { get; private set; } = [];
    public bool MayManage { get; private set; }
    public bool MayManageRoles { get; private set; }
    public bool MayFindUsers { get; private set; }

    public IEnumerable<UnitRow> Beneath => Tree.Where(unit => unit.Code.StartsWith(Unit.Code + ".", StringComparison.Ordinal));
    public IEnumerable<UnitRow> Path => Tree.Where(unit => Unit.Code.StartsWith(unit.Code + ".", StringComparison.Ordinal));
    public string? NextUrl => Unit.HasMore ? Url.Page(null, new { Id, After = Unit.Members[^1].Key }) : null;

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Unit = await units.GetAsync(Id, After);
        Tree = await units.GetTreeAsync();
        MayManage = await MayAsync(WorkspacePermissions.Units.Manage);
        MayManageRoles = MayManage && await MayAsync(IdentityPermissions.Users.ManageRoles);
        MayFindUsers = MayManage && await MayAsync(IdentityPermissions.Users.Default);
        if (MayManageRoles) { Roles = await roles.GetListAsync(sorting: nameof(IdentityRole.Name)); }
        if (MayFindUsers && !string.IsNullOrWhiteSpace(Q)) { Found = (await users.GetListAsync(new UserListInput { Text = Q, Max = MaxFound })).Rows; }
        return Page();
    }

    public virtual async Task<IActionResult> OnPostRenameAsync([Required, StringLength(128)] string name)
    {
        ValidateModel();
        await units.RenameAsync(Id, name);
        return Done();
    }

    public virtual async Task<IActionResult> OnPostMoveAsync(Guid? parentId)
    {
        await units.MoveAsync(Id, parentId);
        return Done();
    }

    public virtual async Task<IActionResult> OnPostRolesAsync(List<string> roleNames)
    {
        await units.SetRolesAsync(Id, roleNames);
        return Done();
    }

    public virtual async Task<IActionResult> OnPostAddAsync(Guid userId)
    {
        await units.AddMemberAsync(Id, userId);
        return Done();
    }

    public virtual async Task<IActionResult> OnPostRemoveAsync(Guid userId)
    {
        await units.RemoveMemberAsync(Id, userId);
        return Done();
    }

    public virtual async Task<IActionResult> OnPostDeleteAsync()
    {
        await units.DeleteAsync(Id);
        Toast(L["Unit:WasDeleted"]);
        return RedirectToPage("Index");
    }

    private RedirectToPageResult Done()
    {
        return Done(L["Saved"]);
    }
}
