using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Volo.Abp.Uow;
using Workspace.SignIn;

namespace Workspace.Pages.Account;

[AllowAnonymous]
public class LoginModel(SignInDoor door, IConfiguration configuration) : AccountPageModel
{
    [BindProperty]
    public LoginInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public class LoginInput
    {
        /// <summary>Name of the organisation (tenant); empty for the workspace's own administrators.</summary>
        [MaxLength(64)]
        public string? Organisation { get; set; }

        [Required, MaxLength(256)]
        public string UserName { get; set; } = "";

        [Required, MaxLength(128), DataType(DataType.Password)]
        public string Password { get; set; } = "";
    }

    public virtual IActionResult OnGet()
    {
        if (User.Identity?.IsAuthenticated == true) { return LocalRedirect(LocalTarget(ReturnUrl)); }
        Input.Organisation = configuration["Workspace:DefaultTenant"];
        return Page();
    }

    [UnitOfWork(IsDisabled = true)] // the door keeps its own: what it noted stays
    public virtual async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) { return Page(); }
        var (outcome, tenantId) = await door.TryAsync(Input.Organisation, Input.UserName, Input.Password);
        return outcome switch
        {
            SignInOutcome.SignedIn => LocalRedirect(LocalTarget(ReturnUrl)),
            // The organisation goes along in ABP's own word for it, so that the next step is in its tenant.
            SignInOutcome.TwoFactor => RedirectToPage("TwoFactor", new { __tenant = tenantId, ReturnUrl }),
            SignInOutcome.NewPassword => RedirectToPage("NewPassword", new { organisation = Input.Organisation, userName = Input.UserName, ReturnUrl }),
            _ => Refuse(outcome)
        };
    }

    private PageResult Refuse(SignInOutcome outcome)
    {
        if (outcome == SignInOutcome.TooMany) { Response.StatusCode = StatusCodes.Status429TooManyRequests; }
        ModelState.AddModelError("", L[outcome == SignInOutcome.TooMany ? "SignInTooMany" : "SignInFailed"]);
        return Page();
    }
}
