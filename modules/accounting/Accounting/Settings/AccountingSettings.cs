using Accounting.Localization;
using Volo.Abp.Localization;
using Volo.Abp.Settings;

namespace Accounting.Settings;

public static class AccountingSettings
{
    /// <summary>The currency in which foreign ones are measured.</summary>
    public const string BaseCurrency = "Accounting.BaseCurrency";
}

public class AccountingSettingDefinitionProvider : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context) =>
        context.Add(new SettingDefinition(AccountingSettings.BaseCurrency, "IRR", L("Setting:BaseCurrency")));

    private static LocalizableString L(string name) => LocalizableString.Create<AccountingResource>(name);
}
