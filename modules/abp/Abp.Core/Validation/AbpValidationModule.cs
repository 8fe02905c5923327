using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Localization;
using Volo.Abp.Modularity;
using Volo.Abp.Validation.Localization;

namespace Volo.Abp.Validation
{
    public class AbpValidationAbstractionsModule : AbpModule;

    /// <summary>Checks the arguments of services that are <see cref="IValidationEnabled"/> before the call.</summary>
    [DependsOn(typeof(AbpValidationAbstractionsModule), typeof(AbpLocalizationModule))]
    public class AbpValidationModule : AbpModule
    {
        public override void PreConfigureServices(ServiceConfigurationContext context) =>
            context.Services.OnRegistered(ValidationInterceptorRegistrar.RegisterIfNeeded);

        public override void ConfigureServices(ServiceConfigurationContext context) =>
            Configure<AbpLocalizationOptions>(options => options.Resources
                .Add<AbpValidationResource>("en").AddVirtualJson("/Validation/Texts"));
    }
}

namespace Volo.Abp.Validation.Localization
{
    /// <summary>The messages of the standard attributes; a message's key is its English text.</summary>
    [LocalizationResourceName("AbpValidation")]
    public class AbpValidationResource;
}
