using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Features;
using Volo.Abp.Localization;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;
using Volo.Abp.Validation.StringValues;

namespace Abp.Tests.Shop;

public static class ShopPermissions
{
    public const string Widgets = "Shop.Widgets";
    public const string EditWidgets = "Shop.Widgets.Edit";
    public const string HostOnly = "Shop.HostOnly";
    public const string Disabled = "Shop.Disabled";
    public const string Painting = "Shop.Painting";
}

public class ShopPermissionDefinitionProvider : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
    {
        var shop = context.AddGroup("Shop", new FixedLocalizableString("Shop"));
        shop.AddPermission(ShopPermissions.Widgets).AddChild(ShopPermissions.EditWidgets);
        shop.AddPermission(ShopPermissions.HostOnly, multiTenancySide: MultiTenancySides.Host);
        shop.AddPermission(ShopPermissions.Disabled, isEnabled: false);
        shop.AddPermission(ShopPermissions.Painting).RequireFeatures(ShopFeatures.Painting);
    }
}

public static class ShopSettings
{
    public const string Colour = "Shop.Colour";
    public const string FromConfiguration = "Shop.FromConfiguration";
    public const string Secret = "Shop.Secret";
}

public class ShopSettingDefinitionProvider : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context) => context.Add(
        new SettingDefinition(ShopSettings.Colour, "red", isInherited: false),
        new SettingDefinition(ShopSettings.FromConfiguration, "default"),
        new SettingDefinition(ShopSettings.Secret, isEncrypted: true));
}

public static class ShopFeatures
{
    public const string Painting = "Shop.Painting";
    public const string Colours = "Shop.Painting.Colours";
}

public class ShopFeatureDefinitionProvider : FeatureDefinitionProvider
{
    public override void Define(IFeatureDefinitionContext context) => context
        .AddGroup("Shop", new FixedLocalizableString("Shop"))
        .AddFeature(ShopFeatures.Painting, "false", new FixedLocalizableString("Painting"))
        .CreateChild(ShopFeatures.Colours, "3", valueType: new FreeTextStringValueType(new NumericValueValidator(1, 9)));
}
