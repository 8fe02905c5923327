using Volo.Abp.BackgroundJobs;
using Volo.Abp.Domain;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.VirtualFileSystem;

namespace Kernel;

/// <summary>Values and contracts every module shares: money, Persian text, the Jalali calendar, identifiers, numbering, imports.</summary>
[DependsOn(typeof(AbpLocalizationModule), typeof(AbpDddDomainModule), typeof(AbpBackgroundJobsAbstractionsModule))]
public class KernelModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<KernelModule>());
        Configure<AbpLocalizationOptions>(options => options.Resources.Add<KernelResource>("en").AddVirtualJson("/Localization/Kernel"));
        Configure<AbpExceptionLocalizationOptions>(options => options.MapCodeNamespace("Kernel", typeof(KernelResource)));
    }
}
