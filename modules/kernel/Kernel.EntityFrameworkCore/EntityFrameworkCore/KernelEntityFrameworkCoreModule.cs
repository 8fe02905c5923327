using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.Modularity;

namespace Kernel.EntityFrameworkCore;

[DependsOn(typeof(KernelModule), typeof(AbpEntityFrameworkCoreModule), typeof(AbpExceptionHandlingModule))]
public class KernelEntityFrameworkCoreModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context) =>
        context.Services.AddAbpDbContext<KernelDbContext>(options => options.AddDefaultRepositories<IKernelDbContext>(includeAllEntities: true));
}
