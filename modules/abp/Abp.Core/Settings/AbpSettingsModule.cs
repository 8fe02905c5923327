using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Data;
using Volo.Abp.Localization;
using Volo.Abp.Modularity;
using Volo.Abp.Security;

namespace Volo.Abp.Settings;

[DependsOn(typeof(AbpLocalizationAbstractionsModule), typeof(AbpSecurityModule), typeof(AbpDataModule))]
public class AbpSettingsModule : AbpModule
{
    public override void PreConfigureServices(ServiceConfigurationContext context) =>
        context.Services.OnRegistered(service =>
        {
            if (typeof(ISettingDefinitionProvider).IsAssignableFrom(service.ImplementationType))
            {
                context.Services.Configure<AbpSettingOptions>(options =>
                {
                    if (!options.DefinitionProviders.Contains(service.ImplementationType))
                    {
                        options.DefinitionProviders.Add(service.ImplementationType);
                    }
                });
            }
        });

    public override void ConfigureServices(ServiceConfigurationContext context) =>
        Configure<AbpSettingOptions>(options =>
        {
            options.ValueProviders.Add<DefaultValueSettingValueProvider>();
            options.ValueProviders.Add<ConfigurationSettingValueProvider>();
            options.ValueProviders.Add<GlobalSettingValueProvider>();
            options.ValueProviders.Add<UserSettingValueProvider>();
        });
}
