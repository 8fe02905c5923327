using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Workspace.Administration.SeeAs;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace Workspace.Pages.Administration.SeeAs;

/// <summary>Begins and ends seeing as somebody else.</summary>
[Authorize] // who ends it is signed in as the other
public class IndexModel(SeeAsAppService seeAs, SignInManager<IdentityUser> signIn) : AdministrationPageModel
{
    /// <summary>Only what a refusal says; there is nothing else to look at.</summary>
    public virtual IActionResult OnGet() => IsRetry ? Page() : LocalRedirect("/");

    public virtual async Task<IActionResult> OnPostStartAsync(Guid userId)
    {
        var principal = await seeAs.StartAsync(userId);
        await HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, principal, new AuthenticationProperties
        {
            IsPersistent = false, AllowRefresh = false
        });
        return LocalRedirect("/");
    }

    public virtual async Task<IActionResult> OnPostEndAsync()
    {
        var other = User.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)?.Value;
        if (await seeAs.EndAsync() is not { } me)
        {
            await signIn.SignOutAsync();
            return LocalRedirect("/Account/Login");
        }
        await signIn.SignInAsync(me, isPersistent: false);
        return RedirectToPage("/Administration/Users/Details", new { id = other });
    }
}
