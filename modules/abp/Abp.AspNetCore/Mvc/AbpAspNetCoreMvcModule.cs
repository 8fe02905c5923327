using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewComponents;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Volo.Abp.Application;
using Volo.Abp.AspNetCore.Mvc.ApplicationParts;
using Volo.Abp.AspNetCore.Mvc.Conventions;
using Volo.Abp.AspNetCore.Mvc.DataAnnotations;
using Volo.Abp.AspNetCore.Mvc.DependencyInjection;
using Volo.Abp.AspNetCore.Mvc.Filters;
using Volo.Abp.AspNetCore.Mvc.Json;
using Volo.Abp.DynamicProxy;
using Volo.Abp.Localization;
using Volo.Abp.Modularity;
using Volo.Abp.UI.Navigation;

namespace Volo.Abp.AspNetCore.Mvc;

/// <summary>Controllers, pages and application services as endpoints, each with unit of work, validation and error answers.</summary>
[DependsOn(
    typeof(AbpAspNetCoreModule), typeof(AbpLocalizationModule), typeof(AbpUiNavigationModule), typeof(AbpDddApplicationModule))]
public class AbpAspNetCoreMvcModule : AbpModule
{
    public override void PreConfigureServices(ServiceConfigurationContext context)
    {
        DynamicProxyIgnoreTypes.Add<ControllerBase>();
        DynamicProxyIgnoreTypes.Add<PageModel>();
        DynamicProxyIgnoreTypes.Add<ViewComponent>();
        context.Services.AddConventionalRegistrar(new AbpAspNetCoreMvcConventionalRegistrar());
    }

    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var services = context.Services;
        services.AddMvc(options =>
            {
                options.Conventions.Add(new LazyServiceConvention(services));
                options.Filters.Add(new AntiforgeryFilter());
                options.Filters.Add(new ErrorFilter());
                options.Filters.Add(new NoContentFilter());
                options.Filters.Add(new ValidationFilter());
                options.Filters.Add(new UnitOfWorkFilter());
            })
            .ConfigureApplicationPartManager(parts => parts.FeatureProviders.Add(new ConventionalControllerFeatureProvider(services)))
            .AddDataAnnotationsLocalization()
            .AddViewLocalization();
        services.AddSingleton<IConfigureOptions<JsonOptions>, AbpJsonOptionsSetup>();
        services.AddSingleton<IConfigureOptions<MvcOptions>, ValidationMessagesSetup>();
        services.AddSingleton<IConfigureOptions<Microsoft.AspNetCore.Mvc.DataAnnotations.MvcDataAnnotationsLocalizationOptions>, DataAnnotationsLocalizationSetup>();

        services.Replace(ServiceDescriptor.Singleton<IControllerActivator, ServiceBasedControllerActivator>());
        services.Replace(ServiceDescriptor.Singleton<IViewComponentActivator, ServiceBasedViewComponentActivator>());
        services.Replace(ServiceDescriptor.Singleton<IPageModelActivatorProvider, ServiceBasedPageModelActivatorProvider>());

        Configure<AbpEndpointRouterOptions>(options => options.EndpointConfigureActions.Add(endpoints =>
        {
            endpoints.Endpoints.MapControllerRoute("defaultWithArea", "{area}/{controller=Home}/{action=Index}/{id?}");
            endpoints.Endpoints.MapControllerRoute("default", "{controller=Home}/{action=Index}/{id?}");
            endpoints.Endpoints.MapRazorPages();
        }));
    }

    public override void PostConfigureServices(ServiceConfigurationContext context)
    {
        var parts = (ApplicationPartManager)context.Services.Last(d => d.ServiceType == typeof(ApplicationPartManager)).ImplementationInstance!;
        var modules = (IModuleContainer)context.Services.Last(d => d.ServiceType == typeof(IModuleContainer)).ImplementationInstance!;
        ModuleParts.Add(parts, modules);
    }
}
