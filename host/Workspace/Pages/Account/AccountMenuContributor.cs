using Volo.Abp.UI.Navigation;

namespace Workspace.Pages.Account;

/// <summary>One's own account, in the user's menu.</summary>
public class AccountMenuContributor : IMenuContributor
{
    public Task ConfigureMenuAsync(MenuConfigurationContext context)
    {
        if (context.Menu.Name == StandardMenus.User)
        {
            context.Menu.AddItem(new ApplicationMenuItem("Workspace.MyAccount", context.GetLocalizer<WorkspaceResource>()["MyAccount"], "~/Account/My", "user", order: 1));
        }
        return Task.CompletedTask;
    }
}
