using Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Workspace.Administration.Users;

namespace Workspace.Pages.Administration;

public abstract class AdministrationPageModel : KernelPageModel
{
    protected AdministrationPageModel() => LocalizationResourceType = typeof(WorkspaceResource);

    protected Task<bool> MayAsync(string permission) => AuthorizationService.IsGrantedAsync(permission);

    /// <summary>How bad a state is, as a colour.</summary>
    public static string Tone(UserState state) => state switch { UserState.Active => "good", UserState.Locked => "bad", _ => "neutral" };
}
