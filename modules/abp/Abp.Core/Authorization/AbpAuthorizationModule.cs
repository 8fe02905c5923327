using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Authorization.Localization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security;
using Volo.Abp.SimpleStateChecking;

namespace Volo.Abp.Authorization;

[DependsOn(typeof(AbpMultiTenancyAbstractionsModule))]
public class AbpAuthorizationAbstractionsModule : AbpModule;

[DependsOn(
    typeof(AbpAuthorizationAbstractionsModule), typeof(AbpSecurityModule),
    typeof(AbpLocalizationModule), typeof(AbpMultiTenancyModule))]
public class AbpAuthorizationModule : AbpModule
{
    public override void PreConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.OnRegistered(AuthorizationInterceptorRegistrar.RegisterIfNeeded);
        context.Services.OnRegistered(service =>
        {
            if (typeof(IPermissionDefinitionProvider).IsAssignableFrom(service.ImplementationType))
            {
                context.Services.Configure<AbpPermissionOptions>(options =>
                {
                    if (!options.DefinitionProviders.Contains(service.ImplementationType))
                    {
                        options.DefinitionProviders.Add(service.ImplementationType);
                    }
                });
            }
        });
    }

    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddAuthorizationCore();
        context.Services.AddSingleton<IAuthorizationHandler, PermissionRequirementHandler>();
        context.Services.AddTransient(typeof(ISimpleStateCheckerManager<>), typeof(SimpleStateCheckerManager<>));

        Configure<AbpPermissionOptions>(options =>
        {
            options.ValueProviders.Add<UserPermissionValueProvider>();
            options.ValueProviders.Add<RolePermissionValueProvider>();
            options.ValueProviders.Add<ClientPermissionValueProvider>();
        });
        Configure<AbpLocalizationOptions>(options => options.Resources
            .Add<AbpAuthorizationResource>("en")
            .AddVirtualJson("/Authorization/Texts/AbpAuthorization"));
        Configure<AbpExceptionLocalizationOptions>(options =>
            options.MapCodeNamespace("Volo.Authorization", typeof(AbpAuthorizationResource)));
    }
}
