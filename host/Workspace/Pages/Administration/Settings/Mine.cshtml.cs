using Kernel.Displaying;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Workspace.Administration.Settings;

namespace Workspace.Pages.Administration.Settings;

[Authorize]
public class MineModel(SettingAppService settings) : SettingPageModel
{
    public virtual async Task OnGetAsync() => Show(await settings.GetMineAsync());

    public virtual async Task<IActionResult> OnPostAsync()
    {
        await settings.SetMineAsync(Values);
        // This browser's own choice would hide what was just chosen for all of them.
        Response.Cookies.Delete(DisplaySettings.CookieName);
        Toast(L["Saved"]);
        return RedirectToPage();
    }
}
