using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace Microsoft.AspNetCore.RequestLocalization;

public static class AbpRequestCultureCookieHelper
{
    /// <summary>Remembers a culture in the browser for two years.</summary>
    public static void SetCultureCookie(HttpContext httpContext, RequestCulture requestCulture) => httpContext.Response.Cookies.Append(
        CookieRequestCultureProvider.DefaultCookieName,
        CookieRequestCultureProvider.MakeCookieValue(requestCulture),
        new CookieOptions { Expires = DateTimeOffset.UtcNow.AddYears(2), IsEssential = true });
}
