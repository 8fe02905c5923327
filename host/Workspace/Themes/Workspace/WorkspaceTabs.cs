using Microsoft.AspNetCore.Http;
using Volo.Abp.AspNetCore.Mvc.UI.Layout;
using Volo.Abp.DependencyInjection;
using Volo.Abp.UI.Navigation;

namespace Workspace.Themes;

/// <summary>The modules' tabs, the one that is open, and the pages below it.</summary>
public class WorkspaceTabs(IMenuManager menus, IPageLayout layout, IHttpContextAccessor http) : ITransientDependency
{
    public IReadOnlyList<ApplicationMenuItem> Tabs { get; private set; } = [];
    public ApplicationMenuItem? Open { get; private set; }
    public ApplicationMenuItem? OpenPage { get; private set; }
    public IReadOnlyList<ApplicationMenuItem> Pages => Open is { Items.Count: > 1 } ? [.. Open.Items] : [];

    /// <summary>Administration has more pages than fit in a row: where there is room they stand beside the page.</summary>
    public bool IsAdministration => Open?.Name == DefaultMenuNames.Application.Main.Administration;
    public IReadOnlyList<ApplicationMenuItem> Create { get; private set; } = [];
    public IReadOnlyList<ApplicationMenuItem> User { get; private set; } = [];

    public async Task<WorkspaceTabs> LoadAsync()
    {
        Tabs = [.. (await menus.GetMainMenuAsync()).Items];
        Create = [.. (await menus.GetAsync(StandardMenus.Shortcut)).Items];
        User = [.. (await menus.GetAsync(StandardMenus.User)).Items];
        var best = Tabs.SelectMany(tab => Family(tab).Select(item => (tab, item, weight: Weight(item)))).Where(found => found.weight > 0).OrderByDescending(found => found.weight).FirstOrDefault();
        (Open, OpenPage) = (best.tab, best.item);
        return this;
    }

    /// <summary>A tab without a page of its own leads to its first one.</summary>
    public static string Url(ApplicationMenuItem item) => (item.Url ?? item.Items.FirstOrDefault()?.Url ?? "/").TrimStart('~');

    private static IEnumerable<ApplicationMenuItem> Family(ApplicationMenuItem item) => item.Items.SelectMany(Family).Append(item);

    /// <summary>The page's own word counts most, then as much of the item's path as the page shares: all of it, or an area and a kind in it.</summary>
    private int Weight(ApplicationMenuItem item)
    {
        if (item.Name == layout.Content.MenuItemName)
        {
            return int.MaxValue;
        }
        if (item.Url is null)
        {
            return 0;
        }
        var (path, url) = (Segments(http.HttpContext?.Request.Path), Segments(Url(item)));
        var shared = path.Zip(url, (one, other) => one.Equals(other, StringComparison.OrdinalIgnoreCase)).TakeWhile(same => same).Count();
        return url.Length == 0 ? (path.Length == 0 ? 1 : 0) : shared == url.Length ? 2 * shared + 1 : shared >= 2 ? 2 * shared : 0;
    }

    private static string[] Segments(string? path) => path?.Split('/', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
