using Crm.Localization;
using Kernel;
using Volo.Abp.Domain;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.Validation;
using Volo.Abp.VirtualFileSystem;

namespace Crm;

[DependsOn(typeof(AbpDddDomainSharedModule), typeof(AbpValidationModule), typeof(KernelModule))]
public class CrmDomainSharedModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<CrmDomainSharedModule>());
        Configure<AbpLocalizationOptions>(options => options.Resources
            .Add<CrmResource>("en")
            .AddBaseTypes(typeof(KernelResource))
            .AddVirtualJson("/Localization/Crm")
            .AddVirtualJson("/Localization/Selling")
            .AddVirtualJson("/Localization/Deals")
            .AddVirtualJson("/Localization/Managing")
            .AddVirtualJson("/Localization/Activities")
            .AddVirtualJson("/Localization/Customers"));
        Configure<AbpExceptionLocalizationOptions>(options => options.MapCodeNamespace("Crm", typeof(CrmResource)));
    }
}
