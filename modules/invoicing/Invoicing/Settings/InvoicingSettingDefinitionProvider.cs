using Invoicing.Localization;
using Volo.Abp.Localization;
using Volo.Abp.Settings;

namespace Invoicing.Settings;

public class InvoicingSettingDefinitionProvider : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context)
    {
        context.Add(
            new SettingDefinition(InvoicingSettings.DefaultTaxPercent, "10", L("Setting:DefaultTaxPercent")),
            new SettingDefinition(InvoicingSettings.DefaultCurrency, "IRR", L("Setting:DefaultCurrency")),
            new SettingDefinition(InvoicingSettings.PaymentDays, "0", L("Setting:PaymentDays")),
            new SettingDefinition(InvoicingSettings.TaxMemoryId, "", L("Setting:TaxMemoryId")));
        foreach (var name in InvoicingSettings.Seller.All)
        {
            context.Add(new SettingDefinition(name, "", L("Setting:" + name["Invoicing.".Length..])));
        }
    }

    private static LocalizableString L(string name) => LocalizableString.Create<InvoicingResource>(name);
}
