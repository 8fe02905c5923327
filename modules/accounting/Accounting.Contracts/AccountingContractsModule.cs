using Accounting.Localization;
using Kernel;
using Parties;
using Volo.Abp.Application;
using Volo.Abp.Authorization;
using Volo.Abp.Features;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.VirtualFileSystem;

namespace Accounting;

/// <summary>What other modules may know of accounting: services, permissions, texts.</summary>
[DependsOn(
    typeof(AbpDddApplicationContractsModule),
    typeof(AbpAuthorizationModule),
    typeof(AbpFeaturesModule),
    typeof(KernelModule),
    typeof(PartiesContractsModule))]
public class AccountingContractsModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<AccountingContractsModule>());
        Configure<AbpLocalizationOptions>(options => options.Resources
            .Add<AccountingResource>("en")
            .AddBaseTypes(typeof(KernelResource))
            .AddVirtualJson("/Localization/Accounting"));
        Configure<AbpExceptionLocalizationOptions>(options =>
            options.MapCodeNamespace("Accounting", typeof(AccountingResource)));
    }
}
