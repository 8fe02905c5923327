using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Volo.Abp.AspNetCore.Mvc.Filters;

/// <summary>A browser that sends its sign-in cookie to an API must also prove that our page made the change. Razor Pages always ask for that themselves.</summary>
internal class AntiforgeryFilter : IAsyncAuthorizationFilter, IAntiforgeryPolicy, IOrderedFilter
{
    private const string CookieScheme = "Identity.Application";

    /// <summary>As in MVC: attributes on actions come after and win.</summary>
    public int Order => 1000;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (context.ActionDescriptor is ControllerActionDescriptor && IsChange(http.Request.Method)
            && context.IsEffectivePolicy<IAntiforgeryPolicy>(this) && CarriesSignIn(http)
            && !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
        {
            context.Result = new AntiforgeryValidationFailedResult();
        }
    }

    private static bool IsChange(string method) =>
        !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsTrace(method) && !HttpMethods.IsOptions(method);

    private static bool CarriesSignIn(HttpContext http)
    {
        var options = http.RequestServices.GetService<IOptionsMonitor<CookieAuthenticationOptions>>()?.Get(CookieScheme);
        return http.Request.Cookies.ContainsKey(options?.Cookie.Name ?? CookieAuthenticationDefaults.CookiePrefix + CookieScheme);
    }
}
