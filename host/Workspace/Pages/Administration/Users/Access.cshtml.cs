using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Identity;
using Workspace.ApiKeys;
using Workspace.SignIn.Sessions;

namespace Workspace.Pages.Administration.Users;

/// <summary>Where a user is signed in and which keys act for him; an administrator may end both.</summary>
[Authorize(IdentityPermissions.Users.Update)]
public class AccessModel(IdentityUserManager users, UserSessions sessions, ApiKeyManager keys) : AdministrationPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public string UserName { get; private set; } = "";
    public IReadOnlyList<IdentitySession> Sessions { get; private set; } = [];
    public IReadOnlyList<ApiKey> Keys { get; private set; } = [];
    public DateTime Now => Clock.Now;

    public virtual async Task OnGetAsync()
    {
        UserName = (await users.GetByIdAsync(Id)).UserName;
        Sessions = await sessions.GetListAsync(Id);
        Keys = await keys.GetListAsync(Id);
    }

    public virtual async Task<IActionResult> OnPostEndAsync(Guid session)
    {
        await sessions.EndAsync(Id, session);
        Toast(L["Session:Ended"]);
        return RedirectToPage();
    }

    public virtual async Task<IActionResult> OnPostEndAllAsync()
    {
        await sessions.EndOthersAsync((await users.GetByIdAsync(Id)).Id, except: null);
        Toast(L["Session:OthersEnded"]);
        return RedirectToPage();
    }

    public virtual async Task<IActionResult> OnPostRevokeAsync(Guid key)
    {
        await keys.RevokeAsync(Id, key);
        Toast(L["ApiKey:IsRevoked"]);
        return RedirectToPage();
    }
}
