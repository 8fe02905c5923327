using Kernel;
using Volo.Abp.Application;
using Volo.Abp.Authorization;
using Volo.Abp.Domain;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.VirtualFileSystem;

namespace Parties;

[DependsOn(
    typeof(KernelModule),
    typeof(AbpDddDomainModule),
    typeof(AbpDddApplicationContractsModule),
    typeof(AbpAuthorizationModule))]
public class PartiesContractsModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<PartiesContractsModule>());
        Configure<AbpLocalizationOptions>(options => options.Resources
            .Add<PartiesResource>("en")
            .AddBaseTypes(typeof(KernelResource))
            .AddVirtualJson("/Localization/Parties"));
        Configure<AbpExceptionLocalizationOptions>(options =>
            options.MapCodeNamespace("Parties", typeof(PartiesResource)));
    }
}
