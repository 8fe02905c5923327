using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Uow;
using Workspace.SignIn;

namespace Workspace.Pages.Account;

/// <summary>Where signing in leads whose password must be changed first.</summary>
[AllowAnonymous]
public class NewPasswordModel(SignInDoor door) : AccountPageModel
{
    [BindProperty(SupportsGet = true), MaxLength(64)]
    public string? Organisation { get; set; }

    [BindProperty(SupportsGet = true), Required, MaxLength(256)]
    public string UserName { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public PasswordInput Input { get; set; } = new();

    public virtual IActionResult OnGet() => UserName.Length == 0 ? RedirectToPage("Login") : Page();

    [UnitOfWork(IsDisabled = true)] // the door keeps its own: what it noted stays
    public virtual async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) { return Page(); }
        var (outcome, tenantId) = await door.TryAsync(Organisation, UserName, Input.CurrentPassword, Input.NewPassword);
        switch (outcome)
        {
            case SignInOutcome.SignedIn:
                Toast(L["NewPassword:Saved"]);
                return LocalRedirect(LocalTarget(ReturnUrl));
            case SignInOutcome.TwoFactor:
                return RedirectToPage("TwoFactor", new { __tenant = tenantId, ReturnUrl });
            default:
                if (outcome == SignInOutcome.TooMany) { Response.StatusCode = StatusCodes.Status429TooManyRequests; }
                ModelState.AddModelError("", L[outcome == SignInOutcome.TooMany ? "SignInTooMany" : "SignInFailed"]);
                return Page();
        }
    }
}
