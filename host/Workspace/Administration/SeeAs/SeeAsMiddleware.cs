using System.Security.Claims;
using System.Security.Principal;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using Volo.Abp.Http;
using Volo.Abp.Security.Claims;

namespace Workspace.Administration.SeeAs;

/// <summary>Who looks through another's eyes changes nothing: whatever is not a mere read is refused here, below all pages and the API.</summary>
public class SeeAsMiddleware(RequestDelegate next)
{
    /// <summary>In the request's items: the error page says why.</summary>
    public const string Refused = "SeeAs.Refused";

    private static readonly PathString End = "/Administration/SeeAs", SignOut = "/Account/Logout";

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.User.FindImpersonatorUserId() is null || context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            await next(context);
            return;
        }
        if (!await context.RequestServices.GetRequiredService<SeeAsAppService>().GetMayGoOnAsync(context.User))
        {
            await context.SignOutAsync(IdentityConstants.ApplicationScheme);
            context.Response.Redirect("/Account/Login");
            return;
        }
        if (IsRead(context.Request) || IsWayOut(context.Request))
        {
            await next(context);
            return;
        }
        context.Items[Refused] = true;
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            var texts = context.RequestServices.GetRequiredService<IStringLocalizer<WorkspaceResource>>();
            await context.Response.WriteAsJsonAsync(new RemoteServiceErrorResponse(new RemoteServiceErrorInfo(texts[WorkspaceErrorCodes.SeeAsReadOnly]) { Code = WorkspaceErrorCodes.SeeAsReadOnly }));
        }
    }

    /// <summary>The stamp's validator makes the principal anew every minute: without this it would forget who looks, and let him act.</summary>
    public static void KeepOnRefresh(SecurityStampValidatorOptions options)
    {
        var others = options.OnRefreshingPrincipal;
        options.OnRefreshingPrincipal = async context =>
        {
            if (others is not null) { await others(context); }
            var mark = context.CurrentPrincipal?.Claims.Where(IsMark).Select(claim => new Claim(claim.Type, claim.Value)) ?? [];
            context.NewPrincipal?.Identities.First().AddClaims(mark);
        };
    }

    private static bool IsMark(Claim claim) => claim.Type == AbpClaimTypes.ImpersonatorUserId || claim.Type == AbpClaimTypes.ImpersonatorUserName
        || claim.Type == SeeAsAppService.UntilClaim || claim.Type == AbpClaimTypes.ImpersonatorTenantId || claim.Type == AbpClaimTypes.ImpersonatorTenantName;

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);

    private static bool IsWayOut(HttpRequest request) =>
        request.Path.StartsWithSegments(SignOut) || (request.Path == End && request.Query["handler"] == "End");
}
