using Volo.Abp.Application.Localization.Resources.AbpDdd;
using Volo.Abp.Auditing;
using Volo.Abp.Authorization;
using Volo.Abp.Data;
using Volo.Abp.Domain;
using Volo.Abp.Features;
using Volo.Abp.Localization;
using Volo.Abp.Modularity;
using Volo.Abp.Security;
using Volo.Abp.Settings;
using Volo.Abp.Validation;

namespace Volo.Abp.Application
{
    [DependsOn(typeof(AbpLocalizationModule), typeof(AbpAuditingContractsModule), typeof(AbpDataModule))]
    public class AbpDddApplicationContractsModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context) =>
            Configure<AbpLocalizationOptions>(options => options.Resources
                .Add<AbpDddApplicationContractsResource>("en").AddVirtualJson("/Application/Texts"));
    }

    [DependsOn(
        typeof(AbpDddDomainModule), typeof(AbpDddApplicationContractsModule), typeof(AbpSecurityModule),
        typeof(AbpValidationModule), typeof(AbpAuthorizationModule), typeof(AbpSettingsModule), typeof(AbpFeaturesModule))]
    public class AbpDddApplicationModule : AbpModule;
}

namespace Volo.Abp.Application.Localization.Resources.AbpDdd
{
    [LocalizationResourceName("AbpDddApplicationContracts")]
    public class AbpDddApplicationContractsResource;
}
