using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Workspace.Safety;

/// <summary>What somebody without the right gets: a person the page that helps on, a program the bare status.</summary>
internal static class SignInAnswers
{
    public static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.IsForApi())
        {
            context.Response.StatusCode = status;
        }
        else
        {
            context.Response.LeadTo(context.RedirectUri);
        }
        return Task.CompletedTask;
    }

    /// <summary>As a redirect, but never into a part of a page: htmx would put the whole other page there.</summary>
    public static void LeadTo(this HttpResponse response, string url)
    {
        if (response.HttpContext.Request.Headers["HX-Request"] == "true")
        {
            response.StatusCode = StatusCodes.Status200OK;
            response.Headers["HX-Redirect"] = url;
        }
        else
        {
            response.Redirect(url);
        }
    }
}
