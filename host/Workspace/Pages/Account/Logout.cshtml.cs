using Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace Workspace.Pages.Account;

[AllowAnonymous]
public class LogoutModel(SignInManager<IdentityUser> signIn) : KernelPageModel
{
    public virtual void OnGet() => LocalizationResourceType = typeof(WorkspaceResource);

    public virtual async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return RedirectToPage("Login");
    }
}
