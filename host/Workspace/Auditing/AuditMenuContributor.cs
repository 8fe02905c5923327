using Volo.Abp.Authorization.Permissions;
using Volo.Abp.UI.Navigation;
using Workspace.Leavers;

namespace Workspace.Auditing;

public class AuditMenuContributor : IMenuContributor
{
    public Task ConfigureMenuAsync(MenuConfigurationContext context)
    {
        if (context.Menu.Name == StandardMenus.Main)
        {
            var l = context.GetLocalizer<WorkspaceResource>();
            context.Menu.GetAdministration()
                .AddItem(new ApplicationMenuItem("Administration.Audit", l["Menu:Audit"], "/Administration/Audit", "shield", order: 200)
                    .RequirePermissions(AuditPermissions.Default))
                .AddItem(new ApplicationMenuItem("Administration.Leavers", l["Menu:Leavers"], "/Administration/Leavers", "exit", order: 210)
                    .RequirePermissions(LeaverPermissions.Manage));
        }
        return Task.CompletedTask;
    }
}
