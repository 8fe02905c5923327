using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Volo.Abp.Caching;
using Volo.Abp.Application;
using Volo.Abp.Authorization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Data;
using Volo.Abp.Domain;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Identity;
using Volo.Abp.Modularity;
using Volo.Abp.Users;
using Volo.Abp.Validation;

namespace Volo.Abp.PermissionManagement
{
    [DependsOn(typeof(AbpValidationModule))]
    public class AbpPermissionManagementDomainSharedModule : AbpModule;

    [DependsOn(typeof(AbpDddApplicationContractsModule))]
    [DependsOn(typeof(AbpAuthorizationAbstractionsModule))]
    [DependsOn(typeof(AbpPermissionManagementDomainSharedModule))]
    public class AbpPermissionManagementApplicationContractsModule : AbpModule;

    public class PermissionManagementOptions
    {
        /// <summary>Whether each start writes the application's own definitions to the database.</summary>
        public bool SaveStaticPermissionsToDatabase { get; set; } = true;
    }

    [DependsOn(typeof(AbpAuthorizationModule))]
    [DependsOn(typeof(AbpCachingModule))]
    [DependsOn(typeof(AbpDddDomainModule))]
    [DependsOn(typeof(AbpPermissionManagementDomainSharedModule))]
    public class AbpPermissionManagementDomainModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            context.Services.AddSingleton<PermissionGrantCache>();
            context.Services.Replace(ServiceDescriptor.Transient<IPermissionStore, PermissionStore>());
            context.Services.AddTransient<PermissionGrantCacheInvalidator>();
            context.Services.AddTransient<IPermissionManager, PermissionManager>();
            context.Services.AddTransient<IPermissionDataSeeder, PermissionDataSeeder>();
            context.Services.AddTransient<PermissionDataSeedContributor>();
            context.Services.AddTransient<IStaticPermissionSaver, PermissionDefinitionSaver>();
            Configure<AbpLocalEventBusOptions>(options => options.Handlers.TryAdd<PermissionGrantCacheInvalidator>());
            Configure<AbpDataSeedOptions>(options => options.Contributors.TryAdd<PermissionDataSeedContributor>());
        }

        public override async Task OnApplicationInitializationAsync(ApplicationInitializationContext context)
        {
            if (context.ServiceProvider.GetRequiredService<IOptions<PermissionManagementOptions>>().Value.SaveStaticPermissionsToDatabase)
            {
                await context.ServiceProvider.GetRequiredService<IStaticPermissionSaver>().SaveAsync();
            }
        }
    }
}

namespace Volo.Abp.PermissionManagement.Identity
{
    [DependsOn(typeof(AbpIdentityDomainSharedModule), typeof(AbpPermissionManagementDomainModule), typeof(AbpUsersAbstractionModule))]
    public class AbpPermissionManagementDomainIdentityModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            context.Services.AddTransient<GrantOwnerHandler>();
            Configure<AbpLocalEventBusOptions>(options => options.Handlers.TryAdd<GrantOwnerHandler>());
        }
    }
}

namespace Volo.Abp.PermissionManagement.EntityFrameworkCore
{
    [DependsOn(typeof(AbpEntityFrameworkCoreModule))]
    [DependsOn(typeof(AbpPermissionManagementDomainModule))]
    public class AbpPermissionManagementEntityFrameworkCoreModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context) =>
            context.Services.AddAbpDbContext<PermissionManagementDbContext>(options =>
            {
                options.AddDefaultRepositories<IPermissionManagementDbContext>(includeAllEntities: true);
                options.AddRepository<PermissionGrant, EfCorePermissionGrantRepository>();
            });
    }
}
