using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Volo.Abp.Identity.Settings;
using Volo.Abp.Options;
using Volo.Abp.Settings;

namespace Volo.Abp.Identity;

/// <summary>ASP.NET Core Identity's rules as the tenant's settings say.</summary>
internal class AbpIdentityOptionsManager(IOptionsFactory<IdentityOptions> factory, ISettingProvider settings)
    : AbpDynamicOptionsManager<IdentityOptions>(factory)
{
    protected override async Task OverrideOptionsAsync(string name, IdentityOptions options)
    {
        var password = options.Password;
        password.RequiredLength = await settings.GetAsync(IdentitySettingNames.Password.RequiredLength, password.RequiredLength);
        password.RequiredUniqueChars = await settings.GetAsync(IdentitySettingNames.Password.RequiredUniqueChars, password.RequiredUniqueChars);
        password.RequireNonAlphanumeric = await settings.GetAsync(IdentitySettingNames.Password.RequireNonAlphanumeric, password.RequireNonAlphanumeric);
        password.RequireLowercase = await settings.GetAsync(IdentitySettingNames.Password.RequireLowercase, password.RequireLowercase);
        password.RequireUppercase = await settings.GetAsync(IdentitySettingNames.Password.RequireUppercase, password.RequireUppercase);
        password.RequireDigit = await settings.GetAsync(IdentitySettingNames.Password.RequireDigit, password.RequireDigit);

        var lockout = options.Lockout;
        lockout.AllowedForNewUsers = await settings.GetAsync(IdentitySettingNames.Lockout.AllowedForNewUsers, lockout.AllowedForNewUsers);
        lockout.DefaultLockoutTimeSpan = TimeSpan.FromSeconds(
            await settings.GetAsync(IdentitySettingNames.Lockout.LockoutDuration, (int)lockout.DefaultLockoutTimeSpan.TotalSeconds));
        lockout.MaxFailedAccessAttempts = await settings.GetAsync(IdentitySettingNames.Lockout.MaxFailedAccessAttempts, lockout.MaxFailedAccessAttempts);

        var signIn = options.SignIn;
        signIn.RequireConfirmedEmail = await settings.GetAsync(IdentitySettingNames.SignIn.RequireConfirmedEmail, signIn.RequireConfirmedEmail);
        signIn.RequireConfirmedPhoneNumber = await settings.GetAsync(IdentitySettingNames.SignIn.RequireConfirmedPhoneNumber, signIn.RequireConfirmedPhoneNumber);
    }
}
