using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Volo.Abp.AspNetCore.Mvc.UI.Theming;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.SimpleStateChecking;

namespace Volo.Abp.AspNetCore.Mvc.UI.Theme.Shared.Toolbars;

public static class StandardToolbars
{
    public const string Main = "Main";
}

/// <summary>Adds a module's components to the toolbars of the layout.</summary>
public interface IToolbarContributor
{
    Task ConfigureToolbarAsync(IToolbarConfigurationContext context);
}

public interface IToolbarManager
{
    /// <returns>The toolbar as the current user may see it.</returns>
    Task<Toolbar> GetAsync(string name);
}

public class AbpToolbarOptions
{
    public List<IToolbarContributor> Contributors { get; } = [];
}

public class Toolbar(string name)
{
    public string Name { get; } = name;
    public List<ToolbarItem> Items { get; } = [];
}

public class ToolbarItem : IHasSimpleStateCheckers<ToolbarItem>
{
    public ToolbarItem(Type componentType, int order = 0, string? requiredPermissionName = null)
    {
        ComponentType = componentType;
        Order = order;
        if (!string.IsNullOrEmpty(requiredPermissionName))
        {
            this.RequirePermissions(requiredPermissionName);
        }
    }

    /// <summary>A view component.</summary>
    public Type ComponentType { get; set; }
    public int Order { get; set; }
    public List<ISimpleStateChecker<ToolbarItem>> StateCheckers { get; } = [];
}

public interface IToolbarConfigurationContext : IServiceProviderAccessor
{
    ITheme Theme { get; }
    Toolbar Toolbar { get; }
    IAuthorizationService AuthorizationService { get; }
    IStringLocalizerFactory StringLocalizerFactory { get; }
    Task<bool> IsGrantedAsync(string policyName);
    IStringLocalizer? GetDefaultLocalizer();
    IStringLocalizer GetLocalizer<T>();
    IStringLocalizer GetLocalizer(Type resourceType);
}

public class ToolbarConfigurationContext(ITheme currentTheme, Toolbar toolbar, IServiceProvider serviceProvider) : IToolbarConfigurationContext
{
    public ITheme Theme { get; } = currentTheme;
    public Toolbar Toolbar { get; } = toolbar;
    public IServiceProvider ServiceProvider { get; } = serviceProvider;
    public IAuthorizationService AuthorizationService => ServiceProvider.GetRequiredService<IAuthorizationService>();
    public IStringLocalizerFactory StringLocalizerFactory => ServiceProvider.GetRequiredService<IStringLocalizerFactory>();

    public Task<bool> IsGrantedAsync(string policyName) => AuthorizationService.IsGrantedAsync(policyName);
    public IStringLocalizer? GetDefaultLocalizer() => StringLocalizerFactory.CreateDefaultOrNull();
    public IStringLocalizer GetLocalizer<T>() => GetLocalizer(typeof(T));
    public IStringLocalizer GetLocalizer(Type resourceType) => StringLocalizerFactory.Create(resourceType);
}

internal class ToolbarManager(
    IOptions<AbpToolbarOptions> options, IServiceProvider services, IThemeManager themes, ISimpleStateCheckerManager<ToolbarItem> checkers)
    : IToolbarManager, ITransientDependency
{
    public async Task<Toolbar> GetAsync(string name)
    {
        var toolbar = new Toolbar(name);
        var context = new ToolbarConfigurationContext(themes.CurrentTheme, toolbar, services);
        foreach (var contributor in options.Value.Contributors)
        {
            await contributor.ConfigureToolbarAsync(context);
        }
        var visible = await checkers.IsEnabledAsync(toolbar.Items.Distinct().ToArray());
        var items = toolbar.Items.Where(item => visible[item]).OrderBy(item => item.Order).ToList();
        toolbar.Items.Clear();
        toolbar.Items.AddRange(items);
        return toolbar;
    }
}
