using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.Data;
using Volo.Abp.Domain;
using Volo.Abp.Identity.Localization;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.Security.Claims;
using Volo.Abp.Settings;
using Volo.Abp.Threading;
using Volo.Abp.Uow;
using Volo.Abp.Users;
using Volo.Abp.Validation;
using Volo.Abp.VirtualFileSystem;

namespace Volo.Abp.Identity
{
    [DependsOn(typeof(AbpUsersDomainSharedModule), typeof(AbpValidationModule))]
    public class AbpIdentityDomainSharedModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<AbpIdentityDomainSharedModule>());
            Configure<AbpLocalizationOptions>(options => options.Resources
                .Add<IdentityResource>("en").AddVirtualJson("/Identity/Texts/AbpIdentity")
                .AddVirtualJson("/Identity/Texts/AbpIdentitySettings"));
            Configure<AbpExceptionLocalizationOptions>(options => options.MapCodeNamespace("Volo.Abp.Identity", typeof(IdentityResource)));
        }
    }

    [DependsOn(typeof(AbpDddDomainModule), typeof(AbpIdentityDomainSharedModule), typeof(AbpUsersDomainModule))]
    public class AbpIdentityDomainModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            context.Services.AddAbpIdentity(options => options.User.RequireUniqueEmail = true);
            context.Services.AddAbpDynamicOptions<IdentityOptions, AbpIdentityOptionsManager>();
            context.Services.AddTransient<IIdentityDataSeeder, IdentityDataSeeder>();
            context.Services.AddTransient<IdentityDataSeedContributor>();
            context.Services.AddTransient<IUserRoleFinder, UserRoleFinder>();
            context.Services.RemoveAll<OrganizationUnitManager>();
            context.Services.AddTransient(provider => new OrganizationUnitManager(
                provider.GetRequiredService<IOrganizationUnitRepository>(), provider.GetRequiredService<IUnitOfWorkManager>()));
            context.Services.AddTransient<IExternalUserLookupServiceProvider, IdentityUserRepositoryExternalUserLookupServiceProvider>();
            Configure<AbpDataSeedOptions>(options => options.Contributors.TryAdd<IdentityDataSeedContributor>());
            Configure<IdentityOptions>(options =>
            {
                options.ClaimsIdentity.UserIdClaimType = AbpClaimTypes.UserId;
                options.ClaimsIdentity.UserNameClaimType = AbpClaimTypes.UserName;
                options.ClaimsIdentity.RoleClaimType = AbpClaimTypes.Role;
                options.ClaimsIdentity.EmailClaimType = AbpClaimTypes.Email;
            });
        }
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    using Volo.Abp.Identity;

    public static class AbpIdentityServiceCollectionExtensions
    {
        public static IdentityBuilder AddAbpIdentity(this IServiceCollection services) => services.AddAbpIdentity(_ => { });

        public static IdentityBuilder AddAbpIdentity(this IServiceCollection services, Action<IdentityOptions> setupAction)
        {
            var builder = services.AddIdentityCore<IdentityUser>(setupAction)
                .AddRoles<IdentityRole>()
                .AddUserStore<IdentityUserStore>()
                .AddRoleStore<IdentityRoleStore>()
                .AddClaimsPrincipalFactory<AbpUserClaimsPrincipalFactory>();
            services.Replace(ServiceDescriptor.Scoped<IdentityErrorDescriber, LocalizedIdentityErrorDescriber>());
            services.RemoveAll<IdentityUserManager>();
            services.RemoveAll<IdentityRoleManager>();
            services.AddScoped(CreateUserManager);
            services.AddScoped(CreateRoleManager);
            services.Replace(ServiceDescriptor.Scoped<UserManager<IdentityUser>>(provider => provider.GetRequiredService<IdentityUserManager>()));
            services.Replace(ServiceDescriptor.Scoped<RoleManager<IdentityRole>>(provider => provider.GetRequiredService<IdentityRoleManager>()));
            return builder;
        }

        private static IdentityUserManager CreateUserManager(IServiceProvider provider) => new(
            provider.GetRequiredService<IUserStore<IdentityUser>>(), provider.GetRequiredService<IIdentityUserRepository>(),
            provider.GetRequiredService<IIdentityRoleRepository>(), provider.GetRequiredService<IOptions<IdentityOptions>>(),
            provider.GetRequiredService<IPasswordHasher<IdentityUser>>(), provider.GetServices<IUserValidator<IdentityUser>>(),
            provider.GetServices<IPasswordValidator<IdentityUser>>(), provider.GetRequiredService<ILookupNormalizer>(),
            provider.GetRequiredService<IdentityErrorDescriber>(), provider,
            provider.GetRequiredService<ILogger<UserManager<IdentityUser>>>(), provider.GetRequiredService<ICancellationTokenProvider>(),
            provider.GetRequiredService<ISettingProvider>());

        private static IdentityRoleManager CreateRoleManager(IServiceProvider provider) => new(
            provider.GetRequiredService<IRoleStore<IdentityRole>>(), provider.GetServices<IRoleValidator<IdentityRole>>(),
            provider.GetRequiredService<ILookupNormalizer>(), provider.GetRequiredService<IdentityErrorDescriber>(),
            provider.GetRequiredService<ILogger<RoleManager<IdentityRole>>>(), provider.GetRequiredService<ICancellationTokenProvider>());
    }
}
