using Invoicing.Localization;
using Volo.Abp.Features;
using Volo.Abp.Localization;

namespace Invoicing.Features;

public static class InvoicingFeatures
{
    public const string GroupName = "Invoicing";

    /// <summary>The whole module: its tab, pages, API, documents and search.</summary>
    public const string Enable = GroupName + ".Enable";
}

public class InvoicingFeatureDefinitionProvider : FeatureDefinitionProvider
{
    public override void Define(IFeatureDefinitionContext context) => context
        .AddGroup(InvoicingFeatures.GroupName, L("Permission:Invoicing"))
        .AddFeature(InvoicingFeatures.Enable, "true", L("Feature:Invoicing.Enable"), L("Feature:Invoicing.Enable.Description"));

    private static LocalizableString L(string name) => LocalizableString.Create<InvoicingResource>(name);
}
