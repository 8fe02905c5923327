using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kernel.Displaying;
using Kernel.Forms;
using Kernel.Localization;
using Kernel.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.WebEncoders;
using Volo.Abp.AspNetCore.Mvc.UI.Theme.Shared;
using Volo.Abp.Localization;
using Volo.Abp.Modularity;
using Volo.Abp.VirtualFileSystem;

namespace Kernel.Web;

/// <summary>The design system: components, forms as readers type, display settings, the page base.</summary>
[DependsOn(typeof(KernelModule), typeof(AbpAspNetCoreMvcUiThemeSharedModule))]
public class KernelWebModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddHttpContextAccessor();
        // Persian as it is, not as numbers: half the page's size.
        Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<KernelWebModule>());
        Configure<AbpLocalizationOptions>(options => options.Resources
            .Add<KernelWebResource>("en").AddVirtualJson("/Localization/KernelWeb").AddBaseTypes(typeof(KernelResource)));
        context.Services.PostConfigure<MvcOptions>(options =>
        {
            options.ModelBinderProviders.Insert(0, new DisplayModelBinderProvider());
            // One of each for all requests: they take the services that a request needs of them when it does.
            options.Filters.Add(new DisplayDefaultsFilter());
            options.Filters.Add(new CommitPageFilter());
            options.Filters.Add(new BusinessExceptionPageFilter());
            options.Filters.Add(new ReadsFilter());
        });
    }
}
