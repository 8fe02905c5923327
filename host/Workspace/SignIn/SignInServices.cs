using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.UI.Navigation;
using Workspace.ApiKeys;
using Workspace.Pages.Account;
using Workspace.Safety;
using Workspace.SignIn.Sessions;

namespace Workspace.SignIn;

/// <summary>Who comes in, and how: every door asks for somebody signed in unless it says otherwise.</summary>
internal static class SignInServices
{
    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        var acceptsTokens = BearerTokens.AreAccepted(configuration);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = "/Account/Login";
            cookie.LogoutPath = "/Account/Logout";
            cookie.AccessDeniedPath = "/Account/AccessDenied";
            cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
            cookie.SlidingExpiration = true;
            cookie.EventsType = typeof(SessionCookieEvents);
            // A program that brings its own proof is not asked for a cookie.
            cookie.ForwardDefaultSelector = context => ApiKeyScheme.Choose(context) ?? (acceptsTokens ? BearerTokens.Choose(context) : null);
        });
        var authentication = services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyScheme>(ApiKeyScheme.Name, _ => { });
        if (acceptsTokens) { BearerTokens.Add(authentication, configuration); }
        services.Configure<AbpPermissionOptions>(options => options.ValueProviders.Add<ApiKeyPermissionValueProvider>());
        services.AddMemoryCache();
        services.AddRateLimiter(options => RateLimits.Configure(options, configuration));
        services.AddOptions<SecurityStampValidatorOptions>().Configure<TimeProvider>((options, time) =>
        {
            options.ValidationInterval = SessionCookieEvents.Interval;
            options.TimeProvider = time;
        });
        services.Configure<AbpNavigationOptions>(options => options.MenuContributors.Add(new AccountMenuContributor()));
    }
}
