using System.Security.Claims;
using System.Security.Principal;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Security.Claims;
using Workspace.Safety;
using Workspace.SignIn.TwoFactor;

namespace Workspace.SignIn.Sessions;

/// <summary>
/// Ties the sign-in cookie to a session. Once a minute, and only then, the database is asked whether the user's security stamp
/// and the session still hold; so what any node ends is over on every node within a minute.
/// </summary>
public class SessionCookieEvents(UserSessions sessions, TwoFactorDemand demand, UserLanguage language) : CookieAuthenticationEvents, ITransientDependency
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public override async Task SigningIn(CookieSigningInContext context)
    {
        var principal = context.Principal!;
        var userId = principal.FindUserId()!.Value;
        var current = context.HttpContext.User;
        var session = current.FindUserId() == userId ? current.FindFirstValue(AbpClaimTypes.SessionId) : null;
        if (session is null)
        {
            session = await sessions.OpenAsync(userId, principal.FindTenantId(), context.Request);
            await language.ApplyAsync(userId);
        }
        Keep(principal, session);
        await demand.MarkAsync(principal);
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var session = context.Principal?.FindFirstValue(AbpClaimTypes.SessionId);
        await SecurityStampValidator.ValidatePrincipalAsync(context);
        // The validator asks for a new cookie exactly when it has looked into the database.
        if (context.Principal is not { } principal || !context.ShouldRenew) { return; }
        if (session is null || !await sessions.IsOpenAsync(session, principal.FindUserId()!.Value, principal.FindTenantId(), context.Request))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
            return;
        }
        Keep(principal, session);
        await demand.MarkAsync(principal);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => SignInAnswers.AnswerAsync(context, StatusCodes.Status401Unauthorized);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) => SignInAnswers.AnswerAsync(context, StatusCodes.Status403Forbidden);

    private static void Keep(ClaimsPrincipal principal, string session) =>
        principal.Identities.First().AddOrReplace(new Claim(AbpClaimTypes.SessionId, session));
}
