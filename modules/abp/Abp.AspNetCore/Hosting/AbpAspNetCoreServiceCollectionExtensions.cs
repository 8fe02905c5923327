using Microsoft.AspNetCore.Hosting;
using Volo.Abp;

namespace Microsoft.Extensions.DependencyInjection;

public static class AbpAspNetCoreServiceCollectionExtensions
{
    public static IWebHostEnvironment GetHostingEnvironment(this IServiceCollection services) =>
        services.LastOrDefault(descriptor => descriptor.ServiceType == typeof(IWebHostEnvironment))?.ImplementationInstance as IWebHostEnvironment
        ?? throw new AbpException("Could not find an implementation of IWebHostEnvironment in the service collection.");
}
