using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Volo.Abp.Data;
using Volo.Abp.EventBus.Abstractions;
using Volo.Abp.Localization;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy.ConfigurationStore;
using Volo.Abp.MultiTenancy.Localization;
using Volo.Abp.Security;
using Volo.Abp.Settings;
using Volo.Abp.VirtualFileSystem;

namespace Volo.Abp.MultiTenancy;

[DependsOn(typeof(AbpVirtualFileSystemModule), typeof(AbpLocalizationModule))]
public class AbpMultiTenancyAbstractionsModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context) =>
        Configure<AbpLocalizationOptions>(options => options.Resources
            .Add<AbpMultiTenancyResource>("en")
            .AddVirtualJson("/MultiTenancy/Texts/AbpMultiTenancy"));
}

[DependsOn(
    typeof(AbpDataModule), typeof(AbpSecurityModule), typeof(AbpSettingsModule),
    typeof(AbpEventBusAbstractionsModule), typeof(AbpMultiTenancyAbstractionsModule))]
public class AbpMultiTenancyModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddSingleton<ICurrentTenantAccessor>(AsyncLocalCurrentTenantAccessor.Instance);
        // In ABP the resolver that it replaces is in an earlier assembly; here the order of scanning one assembly would decide.
        context.Services.RemoveAll<IConnectionStringResolver>();
        context.Services.AddTransient<IConnectionStringResolver, MultiTenantConnectionStringResolver>();
        Configure<AbpDefaultTenantStoreOptions>(context.Services.GetConfiguration());
        Configure<AbpSettingOptions>(options => options.ValueProviders.Insert(
            options.ValueProviders.IndexOf(typeof(GlobalSettingValueProvider)) + 1, typeof(TenantSettingValueProvider)));
        Configure<AbpTenantResolveOptions>(options => options.TenantResolvers.Insert(0, new CurrentUserTenantResolveContributor()));
    }
}
