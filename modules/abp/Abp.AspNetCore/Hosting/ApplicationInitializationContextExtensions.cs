using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp;

public static class ApplicationInitializationContextExtensions
{
    /// <returns>The request pipeline, to which modules add their middleware.</returns>
    public static IApplicationBuilder GetApplicationBuilder(this ApplicationInitializationContext context) =>
        context.GetApplicationBuilderOrNull()
        ?? throw new AbpException("There is no application builder: the application was not initialised by a web host.");

    public static IApplicationBuilder? GetApplicationBuilderOrNull(this ApplicationInitializationContext context) =>
        context.ServiceProvider.GetRequiredService<IObjectAccessor<IApplicationBuilder>>().Value;

    public static IWebHostEnvironment GetEnvironment(this ApplicationInitializationContext context) =>
        context.ServiceProvider.GetRequiredService<IWebHostEnvironment>();

    public static IWebHostEnvironment? GetEnvironmentOrNull(this ApplicationInitializationContext context) =>
        context.ServiceProvider.GetService<IWebHostEnvironment>();

    public static IConfiguration GetConfiguration(this ApplicationInitializationContext context) =>
        context.ServiceProvider.GetRequiredService<IConfiguration>();

    public static ILoggerFactory GetLoggerFactory(this ApplicationInitializationContext context) =>
        context.ServiceProvider.GetRequiredService<ILoggerFactory>();
}
