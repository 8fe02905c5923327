using Volo.Abp.ExceptionHandling.Localization;
using Volo.Abp.Localization;
using Volo.Abp.Data;
using Volo.Abp.Modularity;

namespace Volo.Abp.ExceptionHandling
{
    [DependsOn(typeof(AbpLocalizationModule), typeof(AbpDataModule))]
    public class AbpExceptionHandlingModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context) =>
            Configure<AbpLocalizationOptions>(options => options.Resources
                .Add<AbpExceptionHandlingResource>("en").AddVirtualJson("/ExceptionHandling/Texts"));
    }

    public interface IHasHttpStatusCode
    {
        int HttpStatusCode { get; }
    }

    /// <summary>An exception that makes its own text in the reader's language.</summary>
    public interface ILocalizeErrorMessage
    {
        string LocalizeMessage(LocalizationContext context);
    }
}

namespace Volo.Abp.ExceptionHandling.Localization
{
    [LocalizationResourceName("AbpExceptionHandling")]
    public class AbpExceptionHandlingResource;
}
