using Crm.Activities;
using Crm.Scoring;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Application;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.Modularity;
using Volo.Abp.Users;

namespace Crm;

[DependsOn(
    typeof(AbpDddApplicationModule), typeof(AbpUsersAbstractionModule), typeof(AbpBackgroundJobsAbstractionsModule), typeof(AbpBackgroundWorkersModule),
    typeof(CrmDomainModule), typeof(CrmApplicationContractsModule))]
public class CrmApplicationModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context) => context.Services.AddMemoryCache();

    public override async Task OnApplicationInitializationAsync(ApplicationInitializationContext context)
    {
        await context.AddBackgroundWorkerAsync<LeadScoreWorker>();
        await context.AddBackgroundWorkerAsync<ReminderWorker>();
    }
}
