using Localization.Resources.AbpUi;
using Volo.Abp.DependencyInjection;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.ExceptionHandling.Localization;
using Volo.Abp.Localization;
using Volo.Abp.Modularity;

namespace Volo.Abp.UI
{
    [DependsOn(typeof(AbpExceptionHandlingModule))]
    public class AbpUiModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context) =>
            Configure<AbpLocalizationOptions>(options => options.Resources
                .Add<AbpUiResource>("en").AddBaseTypes(typeof(AbpExceptionHandlingResource)).AddVirtualJson("/UI/Texts/AbpUi"));
    }
}

namespace Localization.Resources.AbpUi
{
    /// <summary>Words that every interface needs.</summary>
    [LocalizationResourceName("AbpUi")]
    public class AbpUiResource;
}

namespace Volo.Abp.Ui.Branding
{
    public interface IBrandingProvider
    {
        string AppName { get; }
        string? LogoUrl { get; }
        string? LogoReverseUrl { get; }
    }

    public class DefaultBrandingProvider : IBrandingProvider, ITransientDependency
    {
        public virtual string AppName => "MyApplication";
        public virtual string? LogoUrl => null;
        public virtual string? LogoReverseUrl => null;
    }
}
