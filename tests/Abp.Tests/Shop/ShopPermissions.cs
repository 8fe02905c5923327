using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;

namespace Abp.Tests.Shop;

public static class ShopPermissions
{
    public const string Widgets = "Shop.Widgets";
    public const string EditWidgets = "Shop.Widgets.Edit";
    public const string HostOnly = "Shop.HostOnly";
    public const string Disabled = "Shop.Disabled";
}

public class ShopPermissionDefinitionProvider : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
    {
        var shop = context.AddGroup("Shop", new FixedLocalizableString("Shop"));
        shop.AddPermission(ShopPermissions.Widgets).AddChild(ShopPermissions.EditWidgets);
        shop.AddPermission(ShopPermissions.HostOnly, multiTenancySide: MultiTenancySides.Host);
        shop.AddPermission(ShopPermissions.Disabled, isEnabled: false);
    }
}

public static class ShopSettings
{
    public const string Colour = "Shop.Colour";
    public const string FromConfiguration = "Shop.FromConfiguration";
}

public class ShopSettingDefinitionProvider : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context) => context.Add(
        new SettingDefinition(ShopSettings.Colour, "red", isInherited: false),
        new SettingDefinition(ShopSettings.FromConfiguration, "default"));
}
