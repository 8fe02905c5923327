using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.DistributedLocking;
using Volo.Abp.Guids;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;

namespace Volo.Abp.BackgroundJobs;

[DependsOn(typeof(AbpMultiTenancyAbstractionsModule))]
public class AbpBackgroundJobsAbstractionsModule : AbpModule
{
    public override void PreConfigureServices(ServiceConfigurationContext context) =>
        context.Services.OnRegistered(service =>
        {
            if (BackgroundJobArgsHelper.JobInterfaceOf(service.ImplementationType) is not null)
            {
                context.Services.Configure<AbpBackgroundJobOptions>(options => options.AddJob(service.ImplementationType));
            }
        });
}

[DependsOn(
    typeof(AbpBackgroundJobsAbstractionsModule), typeof(AbpBackgroundWorkersModule), typeof(AbpTimingModule),
    typeof(AbpGuidsModule), typeof(AbpDistributedLockingAbstractionsModule), typeof(AbpMultiTenancyModule))]
public class AbpBackgroundJobsModule : AbpModule
{
    public override async Task OnApplicationInitializationAsync(ApplicationInitializationContext context)
    {
        if (context.ServiceProvider.GetRequiredService<IOptions<AbpBackgroundJobOptions>>().Value.IsJobExecutionEnabled)
        {
            await context.AddBackgroundWorkerAsync<IBackgroundJobWorker>();
        }
    }

    public override void OnApplicationInitialization(ApplicationInitializationContext context) =>
        OnApplicationInitializationAsync(context).GetAwaiter().GetResult();
}
