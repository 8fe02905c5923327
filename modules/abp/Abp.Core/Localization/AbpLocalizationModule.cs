using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Volo.Abp.Modularity;
using Volo.Abp.Settings;
using Volo.Abp.VirtualFileSystem;

namespace Volo.Abp.Localization;

public class AbpLocalizationAbstractionsModule : AbpModule;

/// <summary>Texts from the JSON files of the virtual file system, by resource and culture.</summary>
[DependsOn(typeof(AbpVirtualFileSystemModule), typeof(AbpSettingsModule), typeof(AbpLocalizationAbstractionsModule))]
public class AbpLocalizationModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddLocalization();
        context.Services.AddSingleton<ResourceManagerStringLocalizerFactory>();
        context.Services.Replace(ServiceDescriptor.Singleton<IStringLocalizerFactory, AbpStringLocalizerFactory>());

        Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<AbpLocalizationModule>());
        Configure<AbpLocalizationOptions>(options => options.Resources.Add<DefaultResource>("en"));
    }
}
