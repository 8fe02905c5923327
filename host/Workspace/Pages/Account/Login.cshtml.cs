using System.ComponentModel.DataAnnotations;
using Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.MultiTenancy;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace Workspace.Pages.Account;

[AllowAnonymous]
public class LoginModel(SignInManager<IdentityUser> signIn, ITenantStore tenants, ITenantNormalizer normalizer, IConfiguration configuration) : KernelPageModel
{
    [BindProperty]
    public LoginInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public class LoginInput
    {
        /// <summary>Name of the organisation (tenant); empty for the workspace's own administrators.</summary>
        public string? Organisation { get; set; }

        [Required]
        public string UserName { get; set; } = "";

        [Required, DataType(DataType.Password)]
        public string Password { get; set; } = "";
    }

    public virtual IActionResult OnGet()
    {
        if (User.Identity?.IsAuthenticated == true) { return LocalRedirect(Target); }
        Input.Organisation = configuration["Workspace:DefaultTenant"];
        return Page();
    }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        LocalizationResourceType = typeof(WorkspaceResource);
        if (!ModelState.IsValid) { return Page(); }
        var organisation = Input.Organisation?.Trim();
        TenantConfiguration? tenant = null;
        if (!string.IsNullOrEmpty(organisation))
        {
            tenant = await tenants.FindAsync(normalizer.NormalizeName(organisation)!);
            if (tenant is null) { return Refuse(); }
        }
        using (CurrentTenant.Change(tenant?.Id, tenant?.Name))
        {
            var result = await signIn.PasswordSignInAsync(Input.UserName.Trim(), Input.Password, isPersistent: true, lockoutOnFailure: true);
            if (result.IsLockedOut)
            {
                ModelState.AddModelError("", L["LockedOut"]);
                return Page();
            }
            return result.Succeeded ? LocalRedirect(Target) : Refuse();
        }
    }

    private string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/";

    // One answer for an unknown organisation, an unknown user and a wrong password: none says which exists.
    private IActionResult Refuse()
    {
        ModelState.AddModelError("", L["SignInFailed"]);
        return Page();
    }
}
