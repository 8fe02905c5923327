using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Volo.Abp.Caching;
using Volo.Abp.Domain;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Localization;
using Volo.Abp.Modularity;
using Volo.Abp.Settings;
using Volo.Abp.Validation;

namespace Volo.Abp.SettingManagement
{
    [DependsOn(typeof(AbpLocalizationModule), typeof(AbpValidationModule))]
    public class AbpSettingManagementDomainSharedModule : AbpModule;

    public class SettingManagementOptions
    {
        /// <summary>Whether each start writes the application's own definitions to the database.</summary>
        public bool SaveStaticSettingsToDatabase { get; set; } = true;
    }

    [DependsOn(typeof(AbpSettingsModule), typeof(AbpDddDomainModule), typeof(AbpSettingManagementDomainSharedModule), typeof(AbpCachingModule))]
    public class AbpSettingManagementDomainModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            context.Services.AddSingleton<SettingCache>();
            context.Services.AddTransient<SettingStore>();
            context.Services.Replace(ServiceDescriptor.Transient<ISettingStore, SettingStore>());
            context.Services.AddTransient<ISettingManager, SettingManager>();
            context.Services.AddDataProtection();
            context.Services.Replace(ServiceDescriptor.Singleton<ISettingEncryptionService, DataProtectionSettingEncryptionService>());
            context.Services.AddTransient<SettingCacheInvalidator>();
            context.Services.AddTransient<IStaticSettingSaver, SettingDefinitionSaver>();
            Configure<AbpLocalEventBusOptions>(options => options.Handlers.TryAdd<SettingCacheInvalidator>());
        }

        public override async Task OnApplicationInitializationAsync(ApplicationInitializationContext context)
        {
            if (context.ServiceProvider.GetRequiredService<IOptions<SettingManagementOptions>>().Value.SaveStaticSettingsToDatabase)
            {
                await context.ServiceProvider.GetRequiredService<IStaticSettingSaver>().SaveAsync();
            }
        }
    }
}

namespace Volo.Abp.SettingManagement.EntityFrameworkCore
{
    [DependsOn(typeof(AbpSettingManagementDomainModule), typeof(AbpEntityFrameworkCoreModule))]
    public class AbpSettingManagementEntityFrameworkCoreModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context) =>
            context.Services.AddAbpDbContext<SettingManagementDbContext>(options =>
            {
                options.AddDefaultRepositories<ISettingManagementDbContext>(includeAllEntities: true);
                options.AddRepository<Setting, EfCoreSettingRepository>();
            });
    }
}
