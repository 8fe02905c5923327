using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Volo.Abp.Auditing;
using Volo.Abp.Domain;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.Validation;

namespace Volo.Abp.AuditLogging
{
    [DependsOn(typeof(AbpValidationModule))]
    public class AbpAuditLoggingDomainSharedModule : AbpModule;

    [DependsOn(typeof(AbpAuditLoggingDomainSharedModule))]
    [DependsOn(typeof(AbpAuditingModule))]
    [DependsOn(typeof(AbpDddDomainModule))]
    [DependsOn(typeof(AbpExceptionHandlingModule))]
    public class AbpAuditLoggingDomainModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            context.Services.AddTransient<IAuditLogInfoToAuditLogConverter, AuditLogInfoToAuditLogConverter>();
            context.Services.Replace(ServiceDescriptor.Transient<IAuditingStore, AuditingStore>());
        }
    }
}

namespace Volo.Abp.AuditLogging.EntityFrameworkCore
{
    [DependsOn(typeof(AbpAuditLoggingDomainModule))]
    [DependsOn(typeof(AbpEntityFrameworkCoreModule))]
    public class AbpAuditLoggingEntityFrameworkCoreModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            context.Services.AddTransient<IEntityChangeCollector, EntityChangeCollector>();
            context.Services.AddAbpDbContext<AbpAuditLoggingDbContext>(options =>
                options.AddDefaultRepositories<IAuditLoggingDbContext>(includeAllEntities: true));
        }
    }
}
