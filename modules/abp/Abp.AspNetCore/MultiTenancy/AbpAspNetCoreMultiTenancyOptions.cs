using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.Localization;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.AspNetCore.MultiTenancy;

public class AbpAspNetCoreMultiTenancyOptions
{
    /// <summary>The name of the query value, route value, header or cookie with a tenant's id or name.</summary>
    public string TenantKey { get; set; } = TenantResolverConsts.DefaultTenantKey;

    /// <summary>Answers a request whose tenant could not be found; returns false to leave the exception to others.</summary>
    public Func<HttpContext, Exception, Task<bool>> MultiTenancyMiddlewareErrorPageBuilder { get; set; } = UnknownTenantPage.WriteAsync;
}

internal static class UnknownTenantPage
{
    private const string ErrorHeader = "Abp-Tenant-Resolve-Error";

    public static async Task<bool> WriteAsync(HttpContext context, Exception exception)
    {
        if (exception is not BusinessException refusal)
        {
            return false;
        }
        ForgetCookie(context);
        var direction = CultureHelper.IsRtl ? "rtl" : "ltr";
        var language = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var message = WebUtility.HtmlEncode(refusal.Message);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers[ErrorHeader] = Uri.EscapeDataString(refusal.Message);
        await context.Response.WriteAsync(
            $"<!DOCTYPE html><html lang=\"{language}\" dir=\"{direction}\"><head><meta charset=\"utf-8\"><title>{message}</title></head>"
            + $"<body><h1>{message}</h1><p>{WebUtility.HtmlEncode(refusal.Details)}</p></body></html>");
        return true;
    }

    /// <summary>Else the browser would get this page for ever.</summary>
    private static void ForgetCookie(HttpContext context)
    {
        var resolvers = context.RequestServices.GetRequiredService<ITenantResolveResultAccessor>().Result?.AppliedResolvers;
        if (resolvers?.Contains(CookieTenantResolveContributor.ContributorName) == true)
        {
            var options = context.RequestServices.GetRequiredService<IOptions<AbpAspNetCoreMultiTenancyOptions>>();
            context.Response.Cookies.Delete(options.Value.TenantKey);
        }
    }
}
