using Volo.Abp.Authorization.Permissions;
using Volo.Abp.SimpleStateChecking;

namespace Volo.Abp.UI.Navigation;

public interface IHasMenuItems
{
    ApplicationMenuItemList Items { get; }
}

public class ApplicationMenu : IHasMenuItems
{
    public ApplicationMenu(string name, string? displayName = null)
    {
        Name = Check.NotNullOrWhiteSpace(name, nameof(name));
        DisplayName = displayName ?? name;
    }

    public string Name { get; }
    public string DisplayName { get; set; }
    public ApplicationMenuItemList Items { get; } = [];
    public Dictionary<string, object> CustomData { get; } = [];

    public ApplicationMenu AddItem(ApplicationMenuItem menuItem)
    {
        Items.Add(menuItem);
        return this;
    }

    public ApplicationMenu WithCustomData(string key, object value)
    {
        CustomData[key] = value;
        return this;
    }

    public override string ToString() => $"[ApplicationMenu] Name = {Name}";
}

/// <summary>An entry of a menu. One without <see cref="Url"/> is shown only while it has visible children.</summary>
public class ApplicationMenuItem : IHasMenuItems, IHasSimpleStateCheckers<ApplicationMenuItem>
{
    public const int DefaultOrder = 1000;

    public ApplicationMenuItem(
        string name, string displayName, string? url = null, string? icon = null, int order = DefaultOrder, string? target = null,
        string? elementId = null, string? cssClass = null, string? groupName = null, string? requiredPermissionName = null)
    {
        Name = Check.NotNullOrWhiteSpace(name, nameof(name));
        DisplayName = Check.NotNullOrWhiteSpace(displayName, nameof(displayName));
        Url = url;
        Icon = icon;
        Order = order;
        Target = target;
        ElementId = elementId;
        CssClass = cssClass;
        GroupName = groupName;
        if (!string.IsNullOrWhiteSpace(requiredPermissionName))
        {
            this.RequirePermissions(requiredPermissionName);
        }
    }

    public string Name { get; }
    public string DisplayName { get; set; }
    public string? Url { get; set; }
    public string? Icon { get; set; }
    public int Order { get; set; }
    public string? Target { get; set; }
    public string? ElementId { get; set; }
    public string? CssClass { get; set; }
    public string? GroupName { get; set; }
    public bool IsDisabled { get; set; }
    public bool IsLeaf => Items.Count == 0;
    public ApplicationMenuItemList Items { get; } = [];
    public Dictionary<string, object> CustomData { get; } = [];
    public List<ISimpleStateChecker<ApplicationMenuItem>> StateCheckers { get; } = [];

    public ApplicationMenuItem AddItem(ApplicationMenuItem menuItem)
    {
        Items.Add(menuItem);
        return this;
    }

    public ApplicationMenuItem WithCustomData(string key, object value)
    {
        CustomData[key] = value;
        return this;
    }

    public override string ToString() => $"[ApplicationMenuItem] Name = {Name}";
}

public class ApplicationMenuItemList : List<ApplicationMenuItem>
{
    /// <summary>Drops what leads nowhere and sorts by <see cref="ApplicationMenuItem.Order"/>; equal ones keep their order.</summary>
    public void Normalize()
    {
        RemoveAll(item => item.IsLeaf && string.IsNullOrEmpty(item.Url));
        var sorted = this.OrderBy(item => item.Order).ToList();
        Clear();
        AddRange(sorted);
    }
}

public static class ApplicationMenuExtensions
{
    /// <returns>The item under which modules put their administration pages.</returns>
    public static ApplicationMenuItem GetAdministration(this ApplicationMenu applicationMenu) =>
        applicationMenu.GetMenuItem(DefaultMenuNames.Application.Main.Administration);

    public static ApplicationMenuItem GetMenuItem(this IHasMenuItems menuWithItems, string menuItemName) =>
        menuWithItems.GetMenuItemOrNull(menuItemName)
        ?? throw new AbpException($"Could not find a menu item with given name: {menuItemName}");

    public static ApplicationMenuItem? GetMenuItemOrNull(this IHasMenuItems menuWithItems, string menuItemName) =>
        menuWithItems.Items.FirstOrDefault(item => item.Name == menuItemName);

    public static bool TryRemoveMenuItem(this IHasMenuItems menuWithItems, string menuItemName) =>
        menuWithItems.Items.RemoveAll(item => item.Name == menuItemName) > 0;
}

public static class HasMenuItemsExtensions
{
    /// <summary>Looks at all levels.</summary>
    public static ApplicationMenuItem? FindMenuItem(this IHasMenuItems container, string menuItemName) =>
        container.GetMenuItemOrNull(menuItemName)
        ?? container.Items.Select(item => item.FindMenuItem(menuItemName)).FirstOrDefault(item => item is not null);
}
