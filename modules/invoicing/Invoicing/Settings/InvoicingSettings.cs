using Invoicing.Localization;
using Volo.Abp.Localization;
using Volo.Abp.Settings;

namespace Invoicing.Settings;

public static class InvoicingSettings
{
    /// <summary>Percent, for lines that name no product.</summary>
    public const string DefaultTaxPercent = "Invoicing.DefaultTaxPercent";
    public const string DefaultCurrency = "Invoicing.DefaultCurrency";
}

public class InvoicingSettingDefinitionProvider : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context) => context.Add(
        new SettingDefinition(InvoicingSettings.DefaultTaxPercent, "10", L("Setting:DefaultTaxPercent")),
        new SettingDefinition(InvoicingSettings.DefaultCurrency, "IRR", L("Setting:DefaultCurrency")));

    private static LocalizableString L(string name) => LocalizableString.Create<InvoicingResource>(name);
}
