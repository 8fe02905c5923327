using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.SimpleStateChecking;

namespace Volo.Abp.UI.Navigation;

public interface IMenuManager
{
    /// <returns>The menu as the current user may see it.</returns>
    Task<ApplicationMenu> GetAsync(string name);

    Task<ApplicationMenu> GetMainMenuAsync();
}

internal class MenuManager(
    IOptions<AbpNavigationOptions> options, IServiceScopeFactory scopes, ISimpleStateCheckerManager<ApplicationMenuItem> checkers)
    : IMenuManager, ITransientDependency
{
    public Task<ApplicationMenu> GetAsync(string name) => BuildAsync(name);

    public async Task<ApplicationMenu> GetMainMenuAsync()
    {
        var names = options.Value.MainMenuNames;
        var main = await BuildAsync(names[0]);
        foreach (var name in names.Skip(1))
        {
            main.Items.AddRange((await BuildAsync(name)).Items);
        }
        main.Items.Normalize();
        return main;
    }

    private async Task<ApplicationMenu> BuildAsync(string name)
    {
        var menu = new ApplicationMenu(name);
        using (var scope = scopes.CreateScope())
        {
            var context = new MenuConfigurationContext(menu, scope.ServiceProvider);
            foreach (var contributor in options.Value.MenuContributors)
            {
                await contributor.ConfigureMenuAsync(context);
            }
        }
        var visible = await checkers.IsEnabledAsync(AllItems(menu).Distinct().ToArray());
        RemoveHidden(menu, visible);
        return menu;
    }

    private static IEnumerable<ApplicationMenuItem> AllItems(IHasMenuItems container) =>
        container.Items.SelectMany(item => AllItems(item).Prepend(item));

    private static void RemoveHidden(IHasMenuItems container, SimpleStateCheckerResult<ApplicationMenuItem> visible)
    {
        container.Items.RemoveAll(item => !visible[item]);
        foreach (var item in container.Items)
        {
            RemoveHidden(item, visible);
        }
        container.Items.Normalize();
    }
}
