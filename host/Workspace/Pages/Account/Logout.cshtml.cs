using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Identity;
using Volo.Abp.Users;
using Workspace.SignIn;
using Workspace.SignIn.Sessions;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace Workspace.Pages.Account;

[AllowAnonymous]
public class LogoutModel(SignInManager<IdentityUser> signIn, UserSessions sessions, SecurityEvents events) : AccountPageModel
{
    public virtual void OnGet() { }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        if (CurrentUser.FindSessionId() is { } session) { await sessions.EndAsync(session); }
        if (CurrentUser.IsAuthenticated) { await events.NoteAsync(IdentitySecurityLogActionConsts.Logout); }
        await signIn.SignOutAsync();
        return RedirectToPage("Login");
    }
}
