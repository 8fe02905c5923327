using Microsoft.AspNetCore.Mvc.Infrastructure;
using Volo.Abp;
using Volo.Abp.Modularity;

namespace Workspace;

/// <summary>Builds the workspace and gets it ready to serve: services, database, modules.</summary>
public static class WorkspaceHost
{
    /// <summary>The workspace, ready to serve.</summary>
    /// <exception cref="Databases.DatabaseRefusedException">The database is not as this program needs it.</exception>
    public static async Task<WebApplication> CreateAsync<TModule>(
        string[] args, Action<WebApplicationBuilder>? configure = null, Action<IServiceCollection>? replace = null) where TModule : IAbpModule
    {
        var app = await BuildAsync<TModule>(args, configure, replace);
        await InitializeAsync(app);
        return app;
    }

    /// <summary>The workspace's services, with nothing read or written yet.</summary>
    /// <typeparam name="TModule"><see cref="WorkspaceModule"/>, or another composition of modules on the same host.</typeparam>
    /// <param name="replace">Registers what stands in for a module's service: the clock, the outside world.</param>
    public static async Task<WebApplication> BuildAsync<TModule>(
        string[] args, Action<WebApplicationBuilder>? configure = null, Action<IServiceCollection>? replace = null) where TModule : IAbpModule
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(WorkspaceHost).Assembly.GetName().Name });
        builder.Host.UseAutofac();
        builder.WebHost.UseStaticWebAssets();
        configure?.Invoke(builder);
        await builder.AddApplicationAsync<TModule>();
        replace?.Invoke(builder.Services);
        return builder.Build();
    }

    public static async Task InitializeAsync(WebApplication app)
    {
        // To find the pages asks nothing of the database and takes half as long as to make its model: both at once. ABP's conventions ask the application for services.
        app.Services.GetRequiredService<IAbpApplicationWithExternalServiceProvider>().SetServiceProvider(app.Services);
        var pages = Task.Run(() => app.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors);
        // Job tables are polled as soon as the modules start, so they must exist before.
        await app.Services.GetRequiredService<WorkspaceDatabase>().PrepareAsync();
        await pages;
        await app.InitializeApplicationAsync();
    }
}
