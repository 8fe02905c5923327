using Kernel;
using Parties;
using Volo.Abp.Application;
using Volo.Abp.Authorization;
using Volo.Abp.Domain;
using Volo.Abp.Features;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.VirtualFileSystem;

namespace Inventory;

[DependsOn(
    typeof(KernelModule),
    typeof(PartiesContractsModule),
    typeof(AbpDddDomainModule),
    typeof(AbpDddApplicationContractsModule),
    typeof(AbpAuthorizationModule),
    typeof(AbpFeaturesModule))]
public class InventoryContractsModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<InventoryContractsModule>());
        Configure<AbpLocalizationOptions>(options => options.Resources
            .Add<InventoryResource>("en")
            .AddBaseTypes(typeof(KernelResource))
            .AddVirtualJson("/Localization/Inventory"));
        Configure<AbpExceptionLocalizationOptions>(options =>
            options.MapCodeNamespace("Inventory", typeof(InventoryResource)));
    }
}
