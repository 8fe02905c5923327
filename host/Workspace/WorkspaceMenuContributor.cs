using Volo.Abp.Authorization.Permissions;
using Volo.Abp.UI.Navigation;

namespace Workspace;

/// <summary>What the shell itself offers: signing out. Every tab comes from its own module.</summary>
public class WorkspaceMenuContributor : IMenuContributor
{
    public virtual Task ConfigureMenuAsync(MenuConfigurationContext context)
    {
        if (context.Menu.Name == StandardMenus.User)
        {
            var l = context.GetLocalizer<WorkspaceResource>();
            context.Menu.AddItem(new ApplicationMenuItem("Account.Logout", l["SignOut"], "/Account/Logout", icon: "exit", order: int.MaxValue).RequireAuthenticated());
        }
        return Task.CompletedTask;
    }
}
