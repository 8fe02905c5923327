using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Modularity;

namespace Volo.Abp.BackgroundJobs
{
    public class AbpBackgroundJobsDomainSharedModule : AbpModule;

    [DependsOn(typeof(AbpBackgroundJobsDomainSharedModule), typeof(AbpBackgroundJobsModule))]
    public class AbpBackgroundJobsDomainModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            context.Services.RemoveAll<IBackgroundJobStore>();
            context.Services.AddTransient<IBackgroundJobStore, BackgroundJobStore>();
        }
    }
}

namespace Volo.Abp.BackgroundJobs.EntityFrameworkCore
{
    [DependsOn(typeof(AbpBackgroundJobsDomainModule), typeof(AbpEntityFrameworkCoreModule))]
    public class AbpBackgroundJobsEntityFrameworkCoreModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context) =>
            context.Services.AddAbpDbContext<BackgroundJobsDbContext>(options =>
            {
                options.AddDefaultRepositories<IBackgroundJobsDbContext>(includeAllEntities: true);
                options.AddRepository<BackgroundJobRecord, EfCoreBackgroundJobRepository>();
            });
    }
}
