using Volo.Abp.Authorization.Permissions;
using Volo.Abp.TenantManagement;
using Volo.Abp.UI.Navigation;
using Workspace.Administration.Jobs;
using Workspace.Administration.Settings;

namespace Workspace.Administration;

/// <summary>What runs the workspace: organisations, settings, jobs.</summary>
public class OperationsMenuContributor : IMenuContributor
{
    public Task ConfigureMenuAsync(MenuConfigurationContext context)
    {
        var l = context.GetLocalizer<WorkspaceResource>();
        if (context.Menu.Name == StandardMenus.User)
        {
            context.Menu.AddItem(new ApplicationMenuItem("Settings.Mine", l["Setting:Mine"], "/Administration/Settings/Mine", "settings", order: 50)
                .RequireAuthenticated());
        }
        else if (context.Menu.Name == StandardMenus.Main)
        {
            context.Menu.GetAdministration()
                .AddItem(new ApplicationMenuItem("Administration.Tenants", l["Menu:Tenants"], "/Administration/Tenants", "company", order: 200)
                    .RequirePermissions(TenantManagementPermissions.Tenants.Default))
                .AddItem(new ApplicationMenuItem("Administration.Settings", l["Menu:Settings"], "/Administration/Settings", "settings", order: 210)
                    .RequirePermissions(SettingPermissions.Default))
                .AddItem(new ApplicationMenuItem("Administration.Jobs", l["Menu:Jobs"], "/Administration/Jobs", "clock", order: 220)
                    .RequirePermissions(JobPermissions.Default));
        }
        return Task.CompletedTask;
    }
}
