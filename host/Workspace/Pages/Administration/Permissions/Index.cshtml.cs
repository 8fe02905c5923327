using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Identity;
using Workspace.Administration.Permissions;

namespace Workspace.Pages.Administration.Permissions;

[Authorize(IdentityPermissions.Roles.ManagePermissions), RequestFormLimits(ValueCountLimit = MatrixForm.MaxFields)]
public class IndexModel(RightsAppService rights, IIdentityRoleRepository roles) : AdministrationPageModel
{
    [BindProperty(SupportsGet = true)] public List<Guid> Roles { get; set; } = [];
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }

    /// <summary>Only what the chosen roles do not have alike.</summary>
    [BindProperty(SupportsGet = true)] public bool Differences { get; set; }

    public IReadOnlyList<IdentityRole> AllRoles { get; private set; } = [];
    public MatrixView View { get; private set; } = null!;

    public virtual async Task<IActionResult> OnGetAsync()
    {
        AllRoles = await roles.GetListAsync(sorting: nameof(IdentityRole.Name));
        if (Roles.Count == 0) { Roles = [.. AllRoles.Select(role => role.Id)]; }
        Roles = [.. Roles.Distinct().Take(MatrixView.Columns)];
        View = new MatrixView(MatrixView.Narrow(await rights.GetForRolesAsync(Roles), Q, Differences));
        return Page();
    }

    public virtual async Task<IActionResult> OnPostAsync(string? bulk)
    {
        var changes = MatrixForm.Changes(Request.Form);
        if (bulk is not null) { changes.AddRange(MatrixForm.Bulk(bulk, await rights.GetForRolesAsync(Roles))); }
        Toast(L["Rights:Saved", Display.Number(await rights.ChangeRolesAsync(changes))]);
        return RedirectToPage(new { Roles, Q, Differences = Differences ? "true" : null });
    }
}
