using System.ComponentModel.DataAnnotations;
using Kernel;
using Kernel.Identifiers;
using Kernel.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Volo.Abp;
using Volo.Abp.Identity;
using Volo.Abp.Identity.Settings;
using Volo.Abp.Settings;
using Workspace.SignIn;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace Workspace.Pages.Account.My;

/// <summary>Who I am to others, and the language I read.</summary>
public class IndexModel(SignInManager<IdentityUser> signIn, ISettingProvider settings, UserLanguage language, SecurityEvents events) : AccountPageModel
{
    [BindProperty]
    public ProfileInput Input { get; set; } = new();

    public string UserName { get; private set; } = "";
    public bool MayChangeEmail { get; private set; }
    public IEnumerable<SelectListItem> Languages => DisplayModel.Languages.Select(code => new SelectListItem(L["Language:" + code], code));

    public class ProfileInput
    {
        [MaxLength(64)]
        public string? Name { get; set; }

        [MaxLength(64)]
        public string? Surname { get; set; }

        [MaxLength(256)]
        public string? Email { get; set; }

        public string? Phone { get; set; }
        public string Language { get; set; } = "";
    }

    public virtual async Task OnGetAsync()
    {
        var me = await GetMeAsync();
        UserName = me.UserName;
        MayChangeEmail = await settings.IsTrueAsync(IdentitySettingNames.User.IsEmailUpdateEnabled);
        Input = new ProfileInput { Name = me.Name, Surname = me.Surname, Email = me.Email, Phone = me.PhoneNumber is null ? null : PhoneNumber.Format(me.PhoneNumber), Language = Display.Language };
    }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) { return Retry(); }
        var me = await GetMeAsync();
        (me.Name, me.Surname) = (Blank(Input.Name), Blank(Input.Surname));
        await ChangeEmailAsync(me);
        await ChangePhoneAsync(me);
        (await Users.UpdateAsync(me)).CheckErrors();
        await language.SetAsync(Input.Language);
        await signIn.RefreshSignInAsync(me); // the names, and a stamp that a new address has changed
        Toast(L["Saved"]);
        return RedirectToPage();
    }

    private async Task ChangeEmailAsync(IdentityUser me)
    {
        if (!await settings.IsTrueAsync(IdentitySettingNames.User.IsEmailUpdateEnabled)) { return; }
        if (!EmailAddress.TryNormalize(Input.Email, out var email)) { throw new BusinessException(KernelErrorCodes.InvalidEmail).WithData("Value", Input.Email ?? ""); }
        if (email == me.Email) { return; }
        (await Users.SetEmailAsync(me, email)).CheckErrors();
        await events.NoteAsync(IdentitySecurityLogActionConsts.ChangeEmail);
    }

    private async Task ChangePhoneAsync(IdentityUser me)
    {
        string? phone = null;
        if (Blank(Input.Phone) is not null && !PhoneNumber.TryNormalize(Input.Phone, out phone)) { throw new BusinessException(KernelErrorCodes.InvalidPhone).WithData("Value", Input.Phone!); }
        if (phone == me.PhoneNumber) { return; }
        (await Users.SetPhoneNumberAsync(me, phone)).CheckErrors();
        await events.NoteAsync(IdentitySecurityLogActionConsts.ChangePhoneNumber);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
