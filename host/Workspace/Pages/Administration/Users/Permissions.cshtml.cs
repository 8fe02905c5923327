using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Identity;
using Workspace.Administration.Permissions;
using Workspace.Administration.Users;
using Workspace.Pages.Administration.Permissions;

namespace Workspace.Pages.Administration.Users;

[Authorize(IdentityPermissions.Users.ManagePermissions), RequestFormLimits(ValueCountLimit = MatrixForm.MaxFields)]
public class PermissionsModel(UserAppService users, RightsAppService rights) : AdministrationPageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }

    public UserDetails Known { get; private set; } = null!;
    public MatrixView View { get; private set; } = null!;

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Known = await users.GetAsync(Id);
        View = new MatrixView(MatrixView.Narrow(await rights.GetForUserAsync(Id), Q, onlyDifferences: false), IsUser: true);
        return Page();
    }

    public virtual async Task<IActionResult> OnPostAsync(string? bulk)
    {
        var changes = MatrixForm.Changes(Request.Form);
        if (bulk is not null) { changes.AddRange(MatrixForm.Bulk(bulk, await rights.GetForUserAsync(Id))); }
        Toast(L["Rights:Saved", Display.Number(await rights.ChangeUserAsync(Id, changes))]);
        return RedirectToPage(new { Id, Q });
    }
}
