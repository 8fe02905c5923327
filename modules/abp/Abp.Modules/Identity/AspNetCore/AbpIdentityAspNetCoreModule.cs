using System.Security.Principal;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.Identity.AspNetCore;

/// <summary>Signs in by ASP.NET Core Identity's cookies. <c>SignInManager&lt;IdentityUser&gt;</c> is what a sign-in page uses.</summary>
[DependsOn(typeof(AbpIdentityDomainModule))]
public class AbpIdentityAspNetCoreModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        new IdentityBuilder(typeof(IdentityUser), typeof(IdentityRole), context.Services)
            .AddDefaultTokenProviders()
            .AddSignInManager<AbpSignInManager>();
        context.Services.Replace(ServiceDescriptor.Scoped<ISecurityStampValidator, AbpSecurityStampValidator>());
        context.Services
            .AddAuthentication(options =>
            {
                options.DefaultScheme = IdentityConstants.ApplicationScheme;
                options.DefaultSignInScheme = IdentityConstants.ExternalScheme;
            })
            .AddIdentityCookies();
    }
}

/// <summary>Lets in only users who are active.</summary>
internal class AbpSignInManager(
    IdentityUserManager userManager, IHttpContextAccessor contextAccessor, IUserClaimsPrincipalFactory<IdentityUser> claimsFactory,
    IOptions<IdentityOptions> options, ILogger<SignInManager<IdentityUser>> logger, IAuthenticationSchemeProvider schemes,
    IUserConfirmation<IdentityUser> confirmation)
    : SignInManager<IdentityUser>(userManager, contextAccessor, claimsFactory, options, logger, schemes, confirmation)
{
    protected override async Task<SignInResult> PreSignInCheck(IdentityUser user)
    {
        if (!user.IsActive)
        {
            Logger.LogWarning("User {UserName} is not active and was not let in.", user.UserName);
            return SignInResult.NotAllowed;
        }

        if (user.ShouldChangePasswordOnNextLogin || await userManager.ShouldPeriodicallyChangePasswordAsync(user))
        {
            return SignInResult.NotAllowed;
        }

        return await base.PreSignInCheck(user);
    }
}

/// <summary>Looks the user up in his own tenant: the request's is not known yet when his cookie is read.</summary>
internal class AbpSecurityStampValidator(
    IOptions<SecurityStampValidatorOptions> options, SignInManager<IdentityUser> signInManager, ILoggerFactory loggerFactory,
    ICurrentTenant currentTenant) : SecurityStampValidator<IdentityUser>(options, signInManager, loggerFactory)
{
    public override async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        using (currentTenant.Change(context.Principal?.FindTenantId()))
        {
            await base.ValidateAsync(context);
        }
    }
}

public static class SignInResultExtensions
{
    public static string ToIdentitySecurityLogAction(this SignInResult result) =>
        result.Succeeded ? IdentitySecurityLogActionConsts.LoginSucceeded
        : result.IsLockedOut ? IdentitySecurityLogActionConsts.LoginLockedout
        : result.RequiresTwoFactor ? IdentitySecurityLogActionConsts.LoginRequiresTwoFactor
        : result.IsNotAllowed ? IdentitySecurityLogActionConsts.LoginNotAllowed
        : IdentitySecurityLogActionConsts.LoginInvalidUserNameOrPassword;
}
