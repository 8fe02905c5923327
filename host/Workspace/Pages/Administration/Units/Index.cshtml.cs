using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Workspace.Administration;
using Workspace.Administration.Units;

namespace Workspace.Pages.Administration.Units;

[Authorize(WorkspacePermissions.Units.Default)]
public class IndexModel(UnitAppService units) : AdministrationPageModel
{
    [BindProperty] public CreateUnitDto Input { get; set; } = new();

    public IReadOnlyList<UnitRow> Tree { get; private set; } = [];
    public bool MayManage { get; private set; }

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Tree = await units.GetTreeAsync();
        MayManage = await MayAsync(WorkspacePermissions.Units.Manage);
        return Page();
    }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        ValidateModel();
        await units.CreateAsync(Input);
        Toast(L["Unit:Created"]);
        return RedirectToPage();
    }
}
