using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Volo.Abp;
using Volo.Abp.Modularity;

namespace Microsoft.Extensions.DependencyInjection;

public static class WebApplicationBuilderExtensions
{
    /// <summary>Loads the modules and lets them register their services.</summary>
    public static Task<IAbpApplicationWithExternalServiceProvider> AddApplicationAsync<TStartupModule>(
        this WebApplicationBuilder builder, Action<AbpApplicationCreationOptions>? optionsAction = null)
        where TStartupModule : IAbpModule =>
        builder.Services.ReplaceConfiguration(builder.Configuration).AddApplicationAsync<TStartupModule>(options =>
        {
            options.ApplicationName ??= builder.Configuration["ApplicationName"] ?? builder.Environment.ApplicationName;
            optionsAction?.Invoke(options);
        });
}
