using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Identity;
using Volo.Abp.UI.Navigation;

namespace Workspace.Administration;

/// <summary>People and what they may do. Other parts of administration add their own items to the same menu, in any order above 100.</summary>
public class AdministrationMenuContributor : IMenuContributor
{
    public Task ConfigureMenuAsync(MenuConfigurationContext context)
    {
        if (context.Menu.Name == StandardMenus.Main)
        {
            var l = context.GetLocalizer<WorkspaceResource>();
            context.Menu.GetAdministration()
                .AddItem(new ApplicationMenuItem("Administration.Users", l["Menu:Users"], "/Administration/Users", "person", order: 10)
                    .RequirePermissions(IdentityPermissions.Users.Default))
                .AddItem(new ApplicationMenuItem("Administration.Roles", l["Menu:Roles"], "/Administration/Roles", "customers", order: 20)
                    .RequirePermissions(IdentityPermissions.Roles.Default))
                .AddItem(new ApplicationMenuItem("Administration.Units", l["Menu:Units"], "/Administration/Units", "company", order: 30)
                    .RequirePermissions(WorkspacePermissions.Units.Default))
                .AddItem(new ApplicationMenuItem("Administration.Permissions", l["Menu:Permissions"], "/Administration/Permissions", "shield", order: 40)
                    .RequirePermissions(IdentityPermissions.Roles.ManagePermissions));
        }
        return Task.CompletedTask;
    }
}
