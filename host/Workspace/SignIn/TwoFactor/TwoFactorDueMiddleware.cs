using Microsoft.Extensions.Localization;
using Volo.Abp.Http;
using Workspace.Safety;

namespace Workspace.SignIn.TwoFactor;

/// <summary>Who must set two-factor sign-in up gets nowhere else: a person is led to it, a program is told.</summary>
internal static class TwoFactorDueMiddleware
{
    private const string SetUpPage = "/Account/My/TwoFactor";
    private static readonly PathString[] Open = [SetUpPage, "/Account/Logout", "/Display", "/Error"];

    public static IApplicationBuilder UseTwoFactorDemand(this IApplicationBuilder app) => app.Use((context, next) =>
        TwoFactorDemand.IsDue(context.User) && !Open.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
            ? LeadAsync(context)
            : next(context));

    private static Task LeadAsync(HttpContext context)
    {
        if (!context.Request.IsForApi())
        {
            context.Response.LeadTo(SetUpPage);
            return Task.CompletedTask;
        }
        var text = context.RequestServices.GetRequiredService<IStringLocalizer<WorkspaceResource>>()["TwoFactor:Due"];
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsJsonAsync(new RemoteServiceErrorResponse(new RemoteServiceErrorInfo(text)));
    }
}
