using Volo.Abp.Localization;
using Volo.Abp.Settings;

namespace Inventory.Settings;

public static class InventorySettings
{
    /// <summary>The tax rate of a product that names none, as a fraction in invariant notation.</summary>
    public const string DefaultTaxRate = "Inventory.DefaultTaxRate";

    /// <summary>Orders and sales that want more than is available are refused; else they show what is missing.</summary>
    public const string SellOnlyAvailable = "Inventory.SellOnlyAvailable";
}

public class InventorySettingDefinitionProvider : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context) => context.Add(
        new SettingDefinition(
            InventorySettings.DefaultTaxRate, "0.1", LocalizableString.Create<InventoryResource>("Setting:DefaultTaxRate"), isVisibleToClients: true),
        new SettingDefinition(
            InventorySettings.SellOnlyAvailable, "false", LocalizableString.Create<InventoryResource>("Setting:SellOnlyAvailable")));
}
