using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Volo.Abp.AspNetCore.Mvc.Conventions;

/// <summary>Adds the application services to the controllers, when MVC first asks for them: by then the options are known.</summary>
internal class ConventionalControllerFeatureProvider(IServiceCollection services) : IApplicationFeatureProvider<ControllerFeature>
{
    public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature)
    {
        if (services.GetStartedProviderOrNull() is not { } provider)
        {
            return;
        }
        var options = provider.GetRequiredService<IOptions<AbpAspNetCoreMvcOptions>>().Value;
        foreach (var type in options.ConventionalControllers.ConventionalControllerSettings
            .SelectMany(setting => setting.GetControllerTypes())
            .Where(type => options.ExposeIntegrationServices || !IntegrationServiceAttribute.IsDefinedOrInherited(type))
            .Select(type => type.GetTypeInfo())
            .Except(feature.Controllers).ToList())
        {
            feature.Controllers.Add(type);
        }
    }
}

/// <summary>Delays the convention, which needs services, until MVC builds its model.</summary>
internal class LazyServiceConvention(IServiceCollection services) : IApplicationModelConvention
{
    public void Apply(ApplicationModel application) => new ServiceConvention(
        services.GetStartedProviderOrNull()!.GetRequiredService<IOptions<AbpAspNetCoreMvcOptions>>().Value.ConventionalControllers).Apply(application);
}

internal static class StartedProviderExtensions
{
    public static IServiceProvider? GetStartedProviderOrNull(this IServiceCollection services) =>
        services.GetObjectOrNull<IServiceProvider>();
}
