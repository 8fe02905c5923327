using Crm.Localization;
using Kernel.Rights;
using Volo.Abp.Authorization.Permissions;
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
    }

    private static LocalizableString L(string name) => LocalizableString.Create<CrmResource>(name);
}
