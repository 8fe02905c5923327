using Volo.Abp.Features;
using Volo.Abp.Localization;

namespace Inventory;

public static class InventoryFeatures
{
    public const string GroupName = "Inventory";

    /// <summary>The whole module: its tab, pages, API, documents and search.</summary>
    public const string Enable = GroupName + ".Enable";
}

public class InventoryFeatureDefinitionProvider : FeatureDefinitionProvider
{
    public override void Define(IFeatureDefinitionContext context) => context
        .AddGroup(InventoryFeatures.GroupName, L("Permission:Inventory"))
        .AddFeature(InventoryFeatures.Enable, "true", L("Feature:Inventory.Enable"), L("Feature:Inventory.Enable.Description"));

    private static LocalizableString L(string name) => LocalizableString.Create<InventoryResource>(name);
}
