using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Volo.Abp.Caching;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EventBus.Local;
using Volo.Abp.FeatureManagement.Localization;
using Volo.Abp.Features;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.Validation;
using Volo.Abp.VirtualFileSystem;

namespace Volo.Abp.FeatureManagement
{
    [DependsOn(typeof(AbpValidationModule))]
    public class AbpFeatureManagementDomainSharedModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<AbpFeatureManagementDomainSharedModule>());
            Configure<AbpLocalizationOptions>(options => options.Resources
                .Add<AbpFeatureManagementResource>("en").AddVirtualJson("/FeatureManagement/Texts/AbpFeatureManagement"));
            Configure<AbpExceptionLocalizationOptions>(options =>
                options.MapCodeNamespace("Volo.Abp.FeatureManagement", typeof(AbpFeatureManagementResource)));
        }
    }

    public class FeatureManagementOptions
    {
        /// <summary>Whether each start writes the application's own definitions to the database.</summary>
        public bool SaveStaticFeaturesToDatabase { get; set; } = true;
    }

    [DependsOn(typeof(AbpFeatureManagementDomainSharedModule), typeof(AbpFeaturesModule), typeof(AbpCachingModule))]
    public class AbpFeatureManagementDomainModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            context.Services.AddSingleton<FeatureCache>();
            context.Services.AddTransient<FeatureStore>();
            context.Services.Replace(ServiceDescriptor.Transient<IFeatureStore, FeatureStore>());
            context.Services.AddTransient<IFeatureManager, FeatureManager>();
            context.Services.AddTransient<FeatureCacheInvalidator>();
            context.Services.AddTransient<IStaticFeatureSaver, FeatureDefinitionSaver>();
            Configure<AbpLocalEventBusOptions>(options => options.Handlers.TryAdd<FeatureCacheInvalidator>());
        }

        public override async Task OnApplicationInitializationAsync(ApplicationInitializationContext context)
        {
            if (context.ServiceProvider.GetRequiredService<IOptions<FeatureManagementOptions>>().Value.SaveStaticFeaturesToDatabase)
            {
                await context.ServiceProvider.GetRequiredService<IStaticFeatureSaver>().SaveAsync();
            }
        }
    }
}

namespace Volo.Abp.FeatureManagement.Localization
{
    [LocalizationResourceName("AbpFeatureManagement")]
    public class AbpFeatureManagementResource;
}

namespace Volo.Abp.FeatureManagement.EntityFrameworkCore
{
    [DependsOn(typeof(AbpFeatureManagementDomainModule), typeof(AbpEntityFrameworkCoreModule))]
    public class AbpFeatureManagementEntityFrameworkCoreModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context) =>
            context.Services.AddAbpDbContext<FeatureManagementDbContext>(options =>
            {
                options.AddDefaultRepositories<IFeatureManagementDbContext>(includeAllEntities: true);
                options.AddRepository<FeatureValue, EfCoreFeatureValueRepository>();
            });
    }
}
