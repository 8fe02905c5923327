using Kernel.Auditing;
using Kernel.Reading;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Auditing;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.Modularity;

namespace Kernel.EntityFrameworkCore;

[DependsOn(
    typeof(KernelModule), typeof(AbpEntityFrameworkCoreModule), typeof(AbpExceptionHandlingModule), typeof(AbpAuditingModule),
    typeof(AbpBackgroundWorkersModule))]
public class KernelEntityFrameworkCoreModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddAbpDbContext<KernelDbContext>(options => options.AddDefaultRepositories<IKernelDbContext>(includeAllEntities: true));
        Configure<AbpDbContextOptions>(options => options.PreConfigure(configuration =>
            configuration.DbContextOptions.AddInterceptors(configuration.ServiceProvider.GetRequiredService<ChangeHistoryInterceptor>())));
    }

    public override async Task OnApplicationInitializationAsync(ApplicationInitializationContext context) =>
        await context.AddBackgroundWorkerAsync<ReadLedgerWriter>();
}
