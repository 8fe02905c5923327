using Volo.Abp.Localization;
using Volo.Abp.Settings;

namespace Inventory.Settings;

public static class InventorySettings
{
    /// <summary>The tax rate of a product that names none, as a fraction in invariant notation.</summary>
    public const string DefaultTaxRate = "Inventory.DefaultTaxRate";
}

public class InventorySettingDefinitionProvider : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context) => context.Add(new SettingDefinition(
        InventorySettings.DefaultTaxRate, "0.1", LocalizableString.Create<InventoryResource>("Setting:DefaultTaxRate"), isVisibleToClients: true));
}
