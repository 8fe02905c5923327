using Crm.Localization;
using Volo.Abp.Features;
using Volo.Abp.Localization;

namespace Crm.Features;

public static class CrmFeatures
{
    public const string GroupName = "Crm";

    /// <summary>The whole module: its tab, pages, API and the customer's file.</summary>
    public const string Enable = GroupName + ".Enable";

    /// <summary>Planning and logging calls, meetings, tasks and notes.</summary>
    public const string Activities = GroupName + ".Activities";
}

public class CrmFeatureDefinitionProvider : FeatureDefinitionProvider
{
    public override void Define(IFeatureDefinitionContext context) => context
        .AddGroup(CrmFeatures.GroupName, L("Permission:Crm"))
        .AddFeature(CrmFeatures.Enable, "true", L("Feature:Crm.Enable"), L("Feature:Crm.Enable.Description"))
        .CreateChild(CrmFeatures.Activities, "true", L("Feature:Crm.Activities"), L("Feature:Crm.Activities.Description"));

    private static LocalizableString L(string name) => LocalizableString.Create<CrmResource>(name);
}
