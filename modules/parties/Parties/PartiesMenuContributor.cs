using Volo.Abp.Authorization.Permissions;
using Volo.Abp.UI.Navigation;

namespace Parties;

public class PartiesMenuContributor : IMenuContributor
{
    public const string Parties = "Parties";

    public Task ConfigureMenuAsync(MenuConfigurationContext context)
    {
        var l = context.GetLocalizer<PartiesResource>();
        if (context.Menu.Name == StandardMenus.Main)
        {
            context.Menu.AddItem(new ApplicationMenuItem(Parties, l["Menu:Parties"], "/Parties/Parties", "customers", order: 50)
                .RequirePermissions(PartiesPermissions.Parties.Default));
        }
        else if (context.Menu.Name == StandardMenus.Shortcut)
        {
            context.Menu.AddItem(new ApplicationMenuItem(
                    Parties + ".NewPerson", l["NewPerson"], "/Parties/Parties/Create?kind=Person&role=customer", "person", order: 50)
                .RequirePermissions(PartiesPermissions.Parties.Create));
            context.Menu.AddItem(new ApplicationMenuItem(
                    Parties + ".NewCompany", l["NewCompany"], "/Parties/Parties/Create?kind=Company&role=customer", "company", order: 51)
                .RequirePermissions(PartiesPermissions.Parties.Create));
        }
        return Task.CompletedTask;
    }
}
