using System.Security.Principal;
using Kernel.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Identity;
using Volo.Abp.Ui.Branding;
using Workspace.SignIn;
using Workspace.SignIn.TwoFactor;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace Workspace.Pages.Account.My;

/// <summary>A code of an authenticator app beside the password: set up, recovery codes, off.</summary>
public class TwoFactorModel(SignInManager<IdentityUser> signIn, PasswordProof proof, TwoFactorDemand demand, SecurityEvents events, IBrandingProvider branding) : AccountPageModel
{
    private const int RecoveryCodes = 10;
    private const string FreshCodesKey = "RecoveryCodes";

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public bool IsOn { get; private set; }
    public bool IsDue { get; private set; }
    public bool IsRemembered { get; private set; }
    public int CodesLeft { get; private set; }

    /// <summary>In groups of four, for typing; null before the set-up has begun.</summary>
    public string? Key { get; private set; }
    public IHtmlContent? Picture { get; private set; }

    /// <summary>Shown once, right after they were made.</summary>
    public IReadOnlyList<string> FreshCodes { get; private set; } = [];

    public virtual async Task OnGetAsync()
    {
        var me = await GetMeAsync();
        IsOn = me.TwoFactorEnabled;
        IsDue = TwoFactorDemand.IsDue(User);
        FreshCodes = (TempData[FreshCodesKey] as string)?.Split(' ') ?? [];
        if (IsOn)
        {
            CodesLeft = await Users.CountRecoveryCodesAsync(me);
            IsRemembered = await signIn.IsTwoFactorClientRememberedAsync(me);
        }
        // Who only looks through the user's eyes must not take his secret along.
        else if (User.FindImpersonatorUserId() is null && await Users.GetAuthenticatorKeyAsync(me) is { Length: > 0 } key)
        {
            Key = AuthenticatorKey.InGroups(key);
            Picture = AuthenticatorKey.Picture(AuthenticatorKey.Uri(key, branding.AppName, me.UserName));
        }
    }

    public virtual async Task<IActionResult> OnPostBeginAsync()
    {
        var me = await GetMeAsync();
        if (!me.TwoFactorEnabled)
        {
            (await Users.ResetAuthenticatorKeyAsync(me)).CheckErrors();
            await signIn.RefreshSignInAsync(me);
        }
        return RedirectToPage();
    }

    public virtual async Task<IActionResult> OnPostCancelAsync()
    {
        var me = await GetMeAsync();
        if (!me.TwoFactorEnabled) { await DropKeyAsync(me); }
        return RedirectToPage("Index");
    }

    public virtual async Task<IActionResult> OnPostOnAsync()
    {
        var me = await GetMeAsync();
        var code = PersianText.ToAsciiDigits(Code ?? "").Replace(" ", "").Replace("-", "");
        if (!await Users.VerifyTwoFactorTokenAsync(me, Users.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            ModelState.AddModelError(nameof(Code), L["TwoFactor:CodeFailed"]);
            return Retry();
        }
        (await Users.SetTwoFactorEnabledAsync(me, true)).CheckErrors();
        await MakeCodesAsync(me);
        await events.NoteAsync(IdentitySecurityLogActionConsts.TwoFactorEnabled);
        await signIn.RefreshSignInAsync(me);
        Toast(L["TwoFactor:IsOnNow"]);
        return RedirectToPage();
    }

    public virtual async Task<IActionResult> OnPostNewCodesAsync()
    {
        var me = await GetMeAsync();
        if (!await proof.IsRightAsync(me, Password)) { return WrongPassword(); }
        await MakeCodesAsync(me);
        return RedirectToPage();
    }

    public virtual async Task<IActionResult> OnPostOffAsync()
    {
        var me = await GetMeAsync();
        if (!await proof.IsRightAsync(me, Password)) { return WrongPassword(); }
        if (await demand.AsksAsync(User))
        {
            ModelState.AddModelError("", L["TwoFactor:Demanded"]);
            return Retry();
        }
        (await Users.SetTwoFactorEnabledAsync(me, false)).CheckErrors();
        await DropKeyAsync(me);
        await signIn.ForgetTwoFactorClientAsync();
        await events.NoteAsync(IdentitySecurityLogActionConsts.TwoFactorDisabled);
        Toast(L["TwoFactor:IsOffNow"]);
        return RedirectToPage();
    }

    public virtual async Task<IActionResult> OnPostForgetAsync()
    {
        await signIn.ForgetTwoFactorClientAsync();
        return RedirectToPage();
    }

    private async Task MakeCodesAsync(IdentityUser me) =>
        TempData[FreshCodesKey] = string.Join(' ', await Users.GenerateNewTwoFactorRecoveryCodesAsync(me, RecoveryCodes) ?? []);

    private async Task DropKeyAsync(IdentityUser me)
    {
        me.RemoveToken("[AspNetUserStore]", "AuthenticatorKey");
        me.RemoveToken("[AspNetUserStore]", "RecoveryCodes");
        (await Users.UpdateSecurityStampAsync(me)).CheckErrors();
        await signIn.RefreshSignInAsync(me);
    }

    private IActionResult WrongPassword()
    {
        ModelState.AddModelError(nameof(Password), L["Password:Wrong"]);
        return Retry();
    }
}
