using Volo.Abp.Settings;

namespace Volo.Abp.Localization;

public static class LocalizationSettingNames
{
    public const string DefaultLanguage = "Abp.Localization.DefaultLanguage";
}

internal class LocalizationSettingProvider : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context) =>
        context.Add(new SettingDefinition(LocalizationSettingNames.DefaultLanguage, "en", isVisibleToClients: true));
}
