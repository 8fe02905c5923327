using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Identity;
using Volo.Abp.Users;
using Workspace.SignIn.Sessions;

namespace Workspace.Pages.Account.My;

/// <summary>Where I am signed in, and the end of it elsewhere.</summary>
public class SessionsModel(UserSessions sessions) : AccountPageModel
{
    public IReadOnlyList<IdentitySession> Sessions { get; private set; } = [];
    public string? Current => CurrentUser.FindSessionId();

    public virtual async Task OnGetAsync() => Sessions = await sessions.GetListAsync(CurrentUser.GetId());

    public virtual async Task<IActionResult> OnPostEndAsync(Guid session)
    {
        await sessions.EndAsync(CurrentUser.GetId(), session);
        Toast(L["Session:Ended"]);
        return RedirectToPage();
    }

    public virtual async Task<IActionResult> OnPostEndOthersAsync()
    {
        await sessions.EndOthersAsync(CurrentUser.GetId(), Current);
        Toast(L["Session:OthersEnded"]);
        return RedirectToPage();
    }
}
