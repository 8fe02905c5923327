using Microsoft.AspNetCore.RequestLocalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Volo.Abp;
using Volo.Abp.AspNetCore.Auditing;
using Volo.Abp.AspNetCore.ExceptionHandling;
using Volo.Abp.AspNetCore.Tracing;
using Volo.Abp.AspNetCore.Uow;
using Volo.Abp.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

public static class AbpApplicationBuilderExtensions
{
    private const string HasExceptionHandling = "_AbpExceptionHandlingMiddleware_Added";

    /// <summary>Starts the modules, which build the request pipeline while they start.</summary>
    public static async Task InitializeApplicationAsync(this IApplicationBuilder app)
    {
        var services = app.ApplicationServices;
        services.GetRequiredService<ObjectAccessor<IApplicationBuilder>>().Value = app;
        var application = services.GetRequiredService<IAbpApplicationWithExternalServiceProvider>();
        var lifetime = services.GetRequiredService<IHostApplicationLifetime>();
        lifetime.ApplicationStopping.Register(application.Shutdown);
        lifetime.ApplicationStopped.Register(application.Dispose);
        await application.InitializeAsync(services);
    }

    public static void InitializeApplication(this IApplicationBuilder app) => app.InitializeApplicationAsync().GetAwaiter().GetResult();

    /// <summary>One unit of work for each request: actions and pages begin it, here it is committed after them.</summary>
    public static IApplicationBuilder UseUnitOfWork(this IApplicationBuilder app) =>
        app.UseAbpExceptionHandling().UseMiddleware<UnitOfWorkMiddleware>();

    /// <summary>Answers exceptions that no filter saw: those of the commit, and missing rights.</summary>
    public static IApplicationBuilder UseAbpExceptionHandling(this IApplicationBuilder app) =>
        app.Properties.TryAdd(HasExceptionHandling, true) ? app.UseMiddleware<ExceptionHandlingMiddleware>() : app;

    public static IApplicationBuilder UseCorrelationId(this IApplicationBuilder app) => app.UseMiddleware<CorrelationIdMiddleware>();

    /// <summary>Writes one row of the audit log for each request that <see cref="Volo.Abp.Auditing.AbpAuditingOptions"/> asks for.</summary>
    public static IApplicationBuilder UseAuditing(this IApplicationBuilder app) => app.UseMiddleware<AuditingMiddleware>();

    /// <summary>Sets the request's culture from the query, a cookie, the browser's languages, or the default-language setting.</summary>
    public static IApplicationBuilder UseAbpRequestLocalization(
        this IApplicationBuilder app, Action<RequestLocalizationOptions>? optionsAction = null) =>
        app.UseMiddleware<SettingRequestLocalizationMiddleware>(optionsAction ?? (_ => { }));
}

public static class AbpAspNetCoreApplicationBuilderExtensions
{
    /// <summary>Maps controllers, pages and what modules added to <see cref="Routing.AbpEndpointRouterOptions"/>.</summary>
    public static IApplicationBuilder UseConfiguredEndpoints(
        this IApplicationBuilder app, Action<Routing.IEndpointRouteBuilder>? additionalConfigurationAction = null) =>
        app.UseEndpoints(endpoints =>
        {
            using var scope = app.ApplicationServices.CreateScope();
            var context = new Routing.EndpointRouteBuilderContext(endpoints, scope.ServiceProvider);
            var options = scope.ServiceProvider.GetRequiredService<IOptions<Routing.AbpEndpointRouterOptions>>().Value;
            options.EndpointConfigureActions.ForEach(configure => configure(context));
            additionalConfigurationAction?.Invoke(endpoints);
        });
}
