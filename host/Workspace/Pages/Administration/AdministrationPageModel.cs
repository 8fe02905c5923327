using Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Workspace.Administration.Units;
using Workspace.Administration.Users;

namespace Workspace.Pages.Administration;

public abstract class AdministrationPageModel : KernelPageModel
{
    protected AdministrationPageModel() => LocalizationResourceType = typeof(WorkspaceResource);

    protected Task<bool> MayAsync(string permission) => AuthorizationService.IsGrantedAsync(permission);

    /// <summary>A generated password: kept over one redirect in an encrypted cookie, then gone.</summary>
    protected void ShowOnce(string? secret) => TempData["ShownOnce"] = secret;

    public string? ShownOnce => TempData["ShownOnce"] as string;

    /// <summary>Units as choices, set in by their depth.</summary>
    public static IEnumerable<SelectListItem> Places(IEnumerable<UnitRow> tree) =>
        tree.Select(unit => new SelectListItem(string.Concat(Enumerable.Repeat("— ", unit.Depth)) + unit.Name, unit.Id.ToString()));

    /// <summary>How bad a state is, as a colour.</summary>
    public static string Tone(UserState state) => state switch { UserState.Active => "good", UserState.Locked => "bad", _ => "neutral" };
}
