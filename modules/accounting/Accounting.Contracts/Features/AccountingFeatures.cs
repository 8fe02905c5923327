using Accounting.Localization;
using Volo.Abp.Features;
using Volo.Abp.Localization;

namespace Accounting.Features;

public static class AccountingFeatures
{
    public const string GroupName = "Accounting";

    /// <summary>The whole module: its tab, pages, API, documents and search.</summary>
    public const string Enable = GroupName + ".Enable";
}

public class AccountingFeatureDefinitionProvider : FeatureDefinitionProvider
{
    public override void Define(IFeatureDefinitionContext context) => context
        .AddGroup(AccountingFeatures.GroupName, L("Permission:Accounting"))
        .AddFeature(AccountingFeatures.Enable, "true", L("Feature:Accounting.Enable"), L("Feature:Accounting.Enable.Description"));

    private static LocalizableString L(string name) => LocalizableString.Create<AccountingResource>(name);
}
