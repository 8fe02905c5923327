using Kernel.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Volo.Abp.Identity;
using Volo.Abp.Users;
using Workspace.SignIn;
using Workspace.SignIn.Sessions;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace Workspace.Pages.Account.My;

/// <summary>A new password; it ends every other session.</summary>
public class PasswordModel(SignInManager<IdentityUser> signIn, IOptions<IdentityOptions> rules, UserSessions sessions, SecurityEvents events, PasswordProof proof) : AccountPageModel
{
    [BindProperty]
    public PasswordInput Input { get; set; } = new();

    /// <summary>What a password needs, in words.</summary>
    public string Rules { get; private set; } = "";

    public virtual async Task OnGetAsync()
    {
        await rules.SetAsync();
        var password = rules.Value.Password;
        Rules = L["PasswordRule:Needs", new[]
        {
            L["PasswordRule:Length", Display.Number(password.RequiredLength)].Value,
            password.RequireLowercase ? L["PasswordRule:Lower"].Value : null, password.RequireUppercase ? L["PasswordRule:Upper"].Value : null,
            password.RequireDigit ? L["PasswordRule:Digit"].Value : null, password.RequireNonAlphanumeric ? L["PasswordRule:Sign"].Value : null
        }.OfType<string>().Listed()];
    }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) { return Retry(); }
        var me = await GetMeAsync();
        if (!await proof.IsRightAsync(me, Input.CurrentPassword))
        {
            ModelState.AddModelError("Input.CurrentPassword", L["Password:Wrong"]);
            return Retry();
        }
        await rules.SetAsync();
        (await Users.ChangePasswordAsync(me, Input.CurrentPassword, Input.NewPassword)).CheckErrors();
        await sessions.EndOthersAsync(me.Id, CurrentUser.FindSessionId());
        await events.NoteAsync(IdentitySecurityLogActionConsts.ChangePassword);
        await signIn.RefreshSignInAsync(me);
        Toast(L["NewPassword:Saved"]);
        return RedirectToPage();
    }
}
