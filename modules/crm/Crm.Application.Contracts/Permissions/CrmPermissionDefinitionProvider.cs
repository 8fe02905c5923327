using Crm.Features;
using Crm.Localization;
using Kernel.Rights;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Features;
using Volo.Abp.Localization;

namespace Crm.Permissions;

public class CrmPermissionDefinitionProvider : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
    {
        var group = context.AddGroup(CrmPermissions.GroupName, L("Permission:Crm"));

        var customers = group.AddPermission(CrmPermissions.Customers.Default, L("Permission:Customers"));
        customers.AddChild(CrmPermissions.Customers.Create, L("Permission:Customers.Create"));
        customers.AddChild(CrmPermissions.Customers.Edit, L("Permission:Customers.Edit"));
        customers.AddChild(CrmPermissions.Customers.Block, L("Permission:Customers.Block"));

        var activities = group.AddPermission(CrmPermissions.Activities.Default, L("Permission:Activities")).AddRecordScopes();
        activities.AddChild(CrmPermissions.Activities.Manage, L("Permission:Activities.Manage"));

        var opportunities = group.AddPermission(CrmPermissions.Opportunities.Default, L("Permission:Opportunities")).AddRecordScopes().AddField("Amounts", L("Field:Amounts"));
        opportunities.AddChild(CrmPermissions.Opportunities.Create, L("Permission:Opportunities.Create"));
        opportunities.AddChild(CrmPermissions.Opportunities.Edit, L("Permission:Opportunities.Edit"));
        opportunities.AddChild(CrmPermissions.Opportunities.Close, L("Permission:Opportunities.Close"));
        opportunities.AddChild(CrmPermissions.Opportunities.Assign, L("Permission:Opportunities.Assign"));
        opportunities.AddChild(CrmPermissions.Opportunities.Export, L("Permission:Opportunities.Export"));

        var leads = group.AddPermission(CrmPermissions.Leads.Default, L("Permission:Leads")).AddRecordScopes();
        leads.AddChild(CrmPermissions.Leads.Create, L("Permission:Leads.Create"));
        leads.AddChild(CrmPermissions.Leads.Edit, L("Permission:Leads.Edit"));
        leads.AddChild(CrmPermissions.Leads.Convert, L("Permission:Leads.Convert"));
        leads.AddChild(CrmPermissions.Leads.Assign, L("Permission:Leads.Assign"));
        leads.AddChild(CrmPermissions.Leads.Export, L("Permission:Leads.Export"));

        group.AddPermission(CrmPermissions.SellingReports.Default, L("Permission:SellingReports"));
        group.AddPermission(CrmPermissions.SellingSettings.Default, L("Permission:SellingSettings"));
    }

    // At the end, so that no permission of the module escapes its switch.
    public override void PostDefine(IPermissionDefinitionContext context)
    {
        foreach (var permission in context.GetGroup(CrmPermissions.GroupName).GetPermissionsWithChildren())
        {
            permission.RequireFeatures(CrmFeatures.Enable);
            if (permission.Name.StartsWith(CrmPermissions.Activities.Default, StringComparison.Ordinal))
            {
                permission.RequireFeatures(CrmFeatures.Activities);
            }
        }
    }

    private static LocalizableString L(string name) => LocalizableString.Create<CrmResource>(name);
}
