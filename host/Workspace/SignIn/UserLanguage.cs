using Kernel.Displaying;
using Kernel.Web;
using Microsoft.AspNetCore.Localization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Localization;
using Volo.Abp.SettingManagement;
using Volo.Abp.Users;

namespace Workspace.SignIn;

/// <summary>The language a person chose goes along to every browser he signs in with.</summary>
public class UserLanguage(ISettingManager settings, ICurrentUser currentUser, IHttpContextAccessor http, IDisplay display) : ITransientDependency
{
    public virtual async Task SetAsync(string language)
    {
        if (!DisplayModel.Languages.Contains(language)) { return; }
        await settings.SetForUserAsync(currentUser.GetId(), LocalizationSettingNames.DefaultLanguage, language, forceToSet: true);
        if (language != display.Language)
        {
            Show(language);
            http.HttpContext!.Response.Cookies.Delete(DisplaySettings.CookieName); // a new language starts with what its readers expect
        }
    }

    /// <summary>In a browser where nobody has chosen yet.</summary>
    public virtual async Task ApplyAsync(Guid userId)
    {
        if (http.HttpContext!.Request.Cookies.ContainsKey(CookieRequestCultureProvider.DefaultCookieName)) { return; }
        if (await settings.GetOrNullForUserAsync(LocalizationSettingNames.DefaultLanguage, userId, fallback: false) is { } language) { Show(language); }
    }

    private void Show(string language) => http.HttpContext!.Response.Cookies.Append(
        CookieRequestCultureProvider.DefaultCookieName, $"c=en|uic={language}", new CookieOptions { MaxAge = TimeSpan.FromDays(365), IsEssential = true });
}
