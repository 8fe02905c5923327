using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Volo.Abp.Caching;
using Volo.Abp.Data;
using Volo.Abp.Domain;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.TenantManagement.Localization;
using Volo.Abp.Validation;
using Volo.Abp.VirtualFileSystem;

namespace Volo.Abp.TenantManagement
{
    [DependsOn(typeof(AbpValidationModule))]
    public class AbpTenantManagementDomainSharedModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<AbpTenantManagementDomainSharedModule>());
            Configure<AbpLocalizationOptions>(options => options.Resources
                .Add<AbpTenantManagementResource>("en").AddVirtualJson("/TenantManagement/Texts/AbpTenantManagement"));
            Configure<AbpExceptionLocalizationOptions>(options =>
                options.MapCodeNamespace("Volo.Abp.TenantManagement", typeof(AbpTenantManagementResource)));
        }
    }

    [DependsOn(typeof(AbpCachingModule))]
    [DependsOn(typeof(AbpDataModule))]
    [DependsOn(typeof(AbpDddDomainModule))]
    [DependsOn(typeof(AbpMultiTenancyModule))]
    [DependsOn(typeof(AbpTenantManagementDomainSharedModule))]
    public class AbpTenantManagementDomainModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            context.Services.AddSingleton<TenantCache>();
            context.Services.Replace(ServiceDescriptor.Transient<ITenantStore, TenantStore>());
            context.Services.AddTransient<TenantCacheInvalidator>();
            Configure<AbpLocalEventBusOptions>(options => options.Handlers.TryAdd<TenantCacheInvalidator>());
        }
    }
}

namespace Volo.Abp.TenantManagement.Localization
{
    [LocalizationResourceName("AbpTenantManagement")]
    public class AbpTenantManagementResource;
}

namespace Volo.Abp.TenantManagement.EntityFrameworkCore
{
    [DependsOn(typeof(AbpTenantManagementDomainModule))]
    [DependsOn(typeof(AbpEntityFrameworkCoreModule))]
    public class AbpTenantManagementEntityFrameworkCoreModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context) =>
            context.Services.AddAbpDbContext<TenantManagementDbContext>(options =>
            {
                options.AddDefaultRepositories<ITenantManagementDbContext>(includeAllEntities: true);
                options.AddRepository<Tenant, EfCoreTenantRepository>();
            });
    }
}
