using System.Security.Claims;
using System.Security.Principal;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Security.Claims;
using Workspace.Safety;
using Workspace.SignIn.TwoFactor;

namespace Workspace.SignIn.Sessions;

/// <summary>
/// Ties the sign-in cookie to a session. Once a minute, and only then, the database is asked whether the user's security stamp
/// and the session still hold; so what any node ends is over on every node within a minute.
/// </summary>
/// <remarks>It is made for every request, and most ask nothing of it: what it needs is made when it is needed.</remarks>
public class SessionCookieEvents(IAbpLazyServiceProvider services, IOptions<SecurityStampValidatorOptions> validation) : CookieAuthenticationEvents, ITransientDependency
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private UserSessions Sessions => services.LazyGetRequiredService<UserSessions>();

    public override async Task SigningIn(CookieSigningInContext context)
    {
        var principal = context.Principal!;
        var userId = Owner(principal)!.Value;
        var current = context.HttpContext.User;
        var session = Owner(current) == userId ? current.FindFirstValue(AbpClaimTypes.SessionId) : null;
        if (session is null)
        {
            session = await Sessions.OpenAsync(userId, principal.FindTenantId(), context.Request);
            await services.LazyGetRequiredService<UserLanguage>().ApplyAsync(userId);
        }
        await KeepAsync(principal, session);
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (!IsDue(context)) { return; }
        var session = context.Principal?.FindFirstValue(AbpClaimTypes.SessionId);
        await SecurityStampValidator.ValidatePrincipalAsync(context);
        // The validator asks for a new cookie exactly when it has looked into the database.
        if (context.Principal is not { } principal || !context.ShouldRenew) { return; }
        if (session is null || !await Sessions.IsOpenAsync(session, Owner(principal)!.Value, principal.FindTenantId(), context.Request))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
            return;
        }
        await KeepAsync(principal, session);
    }

    /// <summary>As the validator finds out too, but only after making all that it asks the database with.</summary>
    private bool IsDue(CookieValidatePrincipalContext context) =>
        context.Properties.IssuedUtc is not { } issued || (validation.Value.TimeProvider ?? TimeProvider.System).GetUtcNow() - issued > validation.Value.ValidationInterval;

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => SignInAnswers.AnswerAsync(context, StatusCodes.Status401Unauthorized);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) => SignInAnswers.AnswerAsync(context, StatusCodes.Status403Forbidden);

    /// <summary>Who looks through another's eyes stays in his own session: it is not a device of the other, and ends with his.</summary>
    private static Guid? Owner(ClaimsPrincipal principal) => principal.FindImpersonatorUserId() ?? principal.FindUserId();

    private async Task KeepAsync(ClaimsPrincipal principal, string session)
    {
        principal.Identities.First().AddOrReplace(new Claim(AbpClaimTypes.SessionId, session));
        if (principal.FindImpersonatorUserId() is null) { await services.LazyGetRequiredService<TwoFactorDemand>().MarkAsync(principal); }
    }
}
