using Invoicing.Localization;
using Kernel;
using Parties;
using Volo.Abp.Application;
using Volo.Abp.Authorization;
using Volo.Abp.Features;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.VirtualFileSystem;

namespace Invoicing;

/// <summary>What other modules may know of invoicing: events, services, permissions, texts.</summary>
[DependsOn(
    typeof(AbpDddApplicationContractsModule),
    typeof(AbpAuthorizationModule),
    typeof(AbpFeaturesModule),
    typeof(KernelModule),
    typeof(PartiesContractsModule))]
public class InvoicingContractsModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<InvoicingContractsModule>());
        Configure<AbpLocalizationOptions>(options => options.Resources
            .Add<InvoicingResource>("en")
            .AddBaseTypes(typeof(KernelResource))
            .AddVirtualJson("/Localization/Invoicing"));
        Configure<AbpExceptionLocalizationOptions>(options =>
            options.MapCodeNamespace("Invoicing", typeof(InvoicingResource)));
    }
}
