using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Identity;
using Workspace.Administration.Users;

namespace Workspace.Pages.Administration.Users;

[Authorize(IdentityPermissions.Users.Default)]
public class IndexModel(UserListAppService users, IIdentityRoleRepository roles) : AdministrationPageModel
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? Role { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? Unit { get; set; }
    [BindProperty(SupportsGet = true)] public UserState? State { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public UserPage List { get; private set; } = null!;
    public IReadOnlyList<IdentityRole> Roles { get; private set; } = [];
    public bool MayCreate { get; private set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Role is not null || State is not null || Unit is not null;
    public string? NextUrl => List.HasMore ? Url.Page(null, new { Q, Role, Unit, State, After = List.Rows[^1].Key }) : null;

    public virtual async Task<IActionResult> OnGetAsync()
    {
        MayCreate = await MayAsync(IdentityPermissions.Users.Create);
        Roles = await roles.GetListAsync(sorting: nameof(IdentityRole.Name), maxResultCount: 200);
        List = await users.GetListAsync(new UserListInput { Text = Q, RoleId = Role, UnitId = Unit, State = State, After = After });
        return PageOr("_Users");
    }
}
