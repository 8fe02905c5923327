using Kernel.Displaying;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Kernel.Web;

/// <summary>How this browser's reader sees the workspace: language, calendar, digits, money unit, week and time zone.</summary>
[AllowAnonymous] // who signs in chooses the language first
public class DisplayModel : KernelPageModel
{
    public static readonly string[] Languages = ["fa", "en"];

    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    public IEnumerable<SelectListItem> Days(DayOfWeek chosen) =>
        Enum.GetValues<DayOfWeek>().OrderBy(day => ((int)day + 1) % 7)
            .Select(day => new SelectListItem(Calendars.JalaliCalendar.DayName(day, Display.Language), day.ToString(), day == chosen));

    public IEnumerable<SelectListItem> Zones =>
        TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.Id.Contains('/') || zone.Id == "UTC").OrderBy(zone => zone.BaseUtcOffset).ThenBy(zone => zone.Id)
            .Select(zone => new SelectListItem(zone.Id.Replace('_', ' '), zone.Id, zone.Id == Display.Settings.Zone.Id));

    public virtual IActionResult OnGet() => Page();

    /// <summary>Takes one setting or all of them. A new language starts with what its readers expect.</summary>
    public virtual IActionResult OnPost(string? language)
    {
        var settings = Display.Settings;
        if (language is not null && language != Display.Language && Languages.Contains(language))
        {
            Remember(CookieRequestCultureProvider.DefaultCookieName, $"c=en|uic={language}");
            Response.Cookies.Delete(DisplaySettings.CookieName);
            return Return();
        }
        foreach (var name in DisplaySettings.Names)
        {
            settings = settings.With(name, Request.Form[name]);
        }
        Remember(DisplaySettings.CookieName, settings.ToString());
        return Return();
    }

    private LocalRedirectResult Return() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/");

    private void Remember(string name, string value) => Response.Cookies.Append(name, value, new CookieOptions
    {
        MaxAge = TimeSpan.FromDays(365), IsEssential = true, SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = Request.IsHttps,
    });
}
