using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.UI.Navigation.Localization.Resource;

namespace Volo.Abp.UI.Navigation;

/// <summary>Adds a module's items to the menus. Ask <c>context.Menu.Name</c> which menu is being made.</summary>
public interface IMenuContributor
{
    Task ConfigureMenuAsync(MenuConfigurationContext context);
}

public interface IMenuConfigurationContext : IServiceProviderAccessor
{
    ApplicationMenu Menu { get; }
    IAuthorizationService AuthorizationService { get; }
    IStringLocalizerFactory StringLocalizerFactory { get; }
}

public class MenuConfigurationContext(ApplicationMenu menu, IServiceProvider serviceProvider) : IMenuConfigurationContext
{
    public ApplicationMenu Menu { get; } = menu;
    public IServiceProvider ServiceProvider { get; } = serviceProvider;
    public IAuthorizationService AuthorizationService => ServiceProvider.GetRequiredService<IAuthorizationService>();
    public IStringLocalizerFactory StringLocalizerFactory => ServiceProvider.GetRequiredService<IStringLocalizerFactory>();

    public IStringLocalizer? GetDefaultLocalizer() => StringLocalizerFactory.CreateDefaultOrNull();
    public IStringLocalizer GetLocalizer<T>() => GetLocalizer(typeof(T));
    public IStringLocalizer GetLocalizer(Type resourceType) => StringLocalizerFactory.Create(resourceType);
    public Task<bool> IsGrantedAsync(string policyName) => AuthorizationService.IsGrantedAsync(policyName);
}

/// <summary>Puts an item for administration into the main menu; it stays invisible while it is empty.</summary>
internal class DefaultMenuContributor : IMenuContributor
{
    public Task ConfigureMenuAsync(MenuConfigurationContext context)
    {
        if (context.Menu.Name == StandardMenus.Main)
        {
            var texts = context.GetLocalizer<AbpUiNavigationResource>();
            context.Menu.AddItem(new ApplicationMenuItem(
                DefaultMenuNames.Application.Main.Administration, texts["Menu:Administration"], icon: "fa fa-wrench"));
        }
        return Task.CompletedTask;
    }
}
