using Kernel.Web;
using Volo.Abp.Identity;
using Volo.Abp.Users;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace Workspace.Pages.Account;

/// <summary>Base of the pages about signing in and one's own account.</summary>
public abstract class AccountPageModel : KernelPageModel
{
    protected AccountPageModel() => LocalizationResourceType = typeof(WorkspaceResource);

    protected IdentityUserManager Users => LazyServiceProvider.LazyGetRequiredService<IdentityUserManager>();

    protected Task<IdentityUser> GetMeAsync() => Users.GetByIdAsync(CurrentUser.GetId());

    protected string LocalTarget(string? returnUrl) => Url.IsLocalUrl(returnUrl) ? returnUrl! : "/";
}
