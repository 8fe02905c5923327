using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Authorization;
using Volo.Abp.Features.Localization;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Validation;

namespace Volo.Abp.Features
{
    [DependsOn(
        typeof(AbpLocalizationModule), typeof(AbpMultiTenancyModule), typeof(AbpValidationModule), typeof(AbpAuthorizationAbstractionsModule))]
    public class AbpFeaturesModule : AbpModule
    {
        public override void PreConfigureServices(ServiceConfigurationContext context)
        {
            context.Services.OnRegistered(FeatureInterceptorRegistrar.RegisterIfNeeded);
            context.Services.OnRegistered(service =>
            {
                if (typeof(IFeatureDefinitionProvider).IsAssignableFrom(service.ImplementationType))
                {
                    context.Services.Configure<AbpFeatureOptions>(options =>
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
            Configure<AbpFeatureOptions>(options =>
            {
                options.ValueProviders.Add<DefaultValueFeatureValueProvider>();
                options.ValueProviders.Add<EditionFeatureValueProvider>();
                options.ValueProviders.Add<TenantFeatureValueProvider>();
            });
            Configure<AbpLocalizationOptions>(options => options.Resources
                .Add<AbpFeatureResource>("en")
                .AddVirtualJson("/Features/Texts/AbpFeature"));
            Configure<AbpExceptionLocalizationOptions>(options => options.MapCodeNamespace("Volo.Feature", typeof(AbpFeatureResource)));
        }
    }
}

namespace Volo.Abp.Features.Localization
{
    [LocalizationResourceName("AbpFeature")]
    public class AbpFeatureResource;
}
