using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Workspace.Administration.Settings;

namespace Workspace.Pages.Administration.Settings;

[Authorize(SettingPermissions.Default)]
public class IndexModel(SettingAppService settings) : SettingPageModel
{
    public SettingLevel Level => settings.Level;

    public virtual async Task OnGetAsync() => Show(await settings.GetAsync());

    public virtual async Task<IActionResult> OnPostAsync(string group)
    {
        await settings.SetAsync(group, Values);
        return Saved();
    }

    public virtual async Task<IActionResult> OnPostClearAsync(string name)
    {
        await settings.ClearAsync(name);
        return Saved();
    }

    private RedirectToPageResult Saved()
    {
        Toast(L["Saved"]);
        return RedirectToPage();
    }
}
