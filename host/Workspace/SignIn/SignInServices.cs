using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Volo.Abp.UI.Navigation;
using Workspace.Pages.Account;
using Workspace.SignIn.Sessions;

namespace Workspace.SignIn;

/// <summary>Who comes in, and how: every door asks for somebody signed in unless it says otherwise.</summary>
internal static class SignInServices
{
    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = "/Account/Login";
            cookie.LogoutPath = "/Account/Logout";
            cookie.AccessDeniedPath = "/Account/AccessDenied";
            cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
            cookie.SlidingExpiration = true;
            cookie.EventsType = typeof(SessionCookieEvents);
        });
        services.AddOptions<SecurityStampValidatorOptions>().Configure<TimeProvider>((options, time) =>
        {
            options.ValidationInterval = SessionCookieEvents.Interval;
            options.TimeProvider = time;
        });
        services.Configure<AbpNavigationOptions>(options => options.MenuContributors.Add(new AccountMenuContributor()));
    }
}
