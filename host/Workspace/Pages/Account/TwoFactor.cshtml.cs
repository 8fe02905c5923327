using System.ComponentModel.DataAnnotations;
using Kernel.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Uow;
using Workspace.SignIn;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace Workspace.Pages.Account;

/// <summary>The second step of signing in: a code of the app, or one of the recovery codes.</summary>
[AllowAnonymous]
public class TwoFactorModel(SignInDoor door, SignInManager<IdentityUser> signIn) : AccountPageModel
{
    [BindProperty]
    public CodeInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public bool Recovery { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty(SupportsGet = true, Name = "__tenant")]
    public string? Tenant { get; set; }

    public class CodeInput
    {
        [Required, MaxLength(32)]
        public string Code { get; set; } = "";

        public bool Remember { get; set; }
    }

    public virtual async Task<IActionResult> OnGetAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("Login", new { ReturnUrl }) : Page();

    [UnitOfWork(IsDisabled = true)] // the door keeps its own: what it noted stays
    public virtual async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) { return Page(); }
        var code = PersianText.ToAsciiDigits(Input.Code);
        var outcome = await door.TrySecondAsync(Recovery ? code : code.Replace(" ", "").Replace("-", ""), Recovery, Input.Remember);
        if (outcome == SignInOutcome.SignedIn) { return LocalRedirect(LocalTarget(ReturnUrl)); }
        if (outcome == SignInOutcome.TooMany) { Response.StatusCode = StatusCodes.Status429TooManyRequests; }
        ModelState.AddModelError("", L[outcome == SignInOutcome.TooMany ? "SignInTooMany" : Recovery ? "TwoFactor:RecoveryFailed" : "TwoFactor:CodeFailed"]);
        return Page();
    }
}
