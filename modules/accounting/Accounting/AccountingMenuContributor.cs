using Accounting.Localization;
using Accounting.Permissions;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.UI.Navigation;

namespace Accounting;

public class AccountingMenuContributor : IMenuContributor
{
    public Task ConfigureMenuAsync(MenuConfigurationContext context)
    {
        if (context.Menu.Name == StandardMenus.Main)
        {
            var texts = context.GetLocalizer<AccountingResource>();
            var tab = new ApplicationMenuItem("Accounting", texts["Menu:Accounting"], icon: "ledger", order: 40);
            tab.AddItem(new ApplicationMenuItem("Accounting.Receipts", texts["Menu:Receipts"], AccountingUrls.Receipts, order: 0)
                .RequirePermissions(AccountingPermissions.Receipts.Default));
            tab.AddItem(new ApplicationMenuItem("Accounting.Refunds", texts["Menu:Refunds"], AccountingUrls.Refunds, order: 0)
                .RequirePermissions(AccountingPermissions.Refunds.Default));
            tab.AddItem(new ApplicationMenuItem("Accounting.Receivables", texts["Menu:Receivables"], AccountingUrls.Receivables, order: 0)
                .RequirePermissions(AccountingPermissions.Receivables.Default));
            tab.AddItem(new ApplicationMenuItem("Accounting.Cheques", texts["Menu:Cheques"], AccountingUrls.Cheques, order: 0)
                .RequirePermissions(AccountingPermissions.Cheques.Default));
            tab.AddItem(new ApplicationMenuItem("Accounting.Credit", texts["Menu:Credit"], AccountingUrls.Credit, order: 0)
                .RequirePermissions(AccountingPermissions.Credit.Default));
            tab.AddItem(new ApplicationMenuItem("Accounting.Rates", texts["Menu:Rates"], AccountingUrls.Rates, order: 2)
                .RequirePermissions(AccountingPermissions.Rates.Default));
            tab.AddItem(new ApplicationMenuItem("Accounting.Journal", texts["Menu:Journal"], AccountingUrls.Journal, order: 1)
                .RequirePermissions(AccountingPermissions.Journal.Default));
            tab.AddItem(new ApplicationMenuItem("Accounting.Accounts", texts["Menu:Accounts"], AccountingUrls.Accounts, order: 2)
                .RequirePermissions(AccountingPermissions.Accounts.Default));
            tab.AddItem(new ApplicationMenuItem("Accounting.Closings", texts["Menu:Closings"], AccountingUrls.Closings, order: 3)
                .RequirePermissions(AccountingPermissions.Closings.Default));
            tab.AddItem(new ApplicationMenuItem("Accounting.Revaluations", texts["Revaluations"], AccountingUrls.Revaluations, order: 3)
                .RequirePermissions(AccountingPermissions.Closings.Default));
            context.Menu.AddItem(tab);
        }
        if (context.Menu.Name == StandardMenus.Shortcut)
        {
            context.Menu.AddItem(new ApplicationMenuItem(
                "Accounting.NewReceipt", context.GetLocalizer<AccountingResource>()["NewReceipt"], AccountingUrls.NewReceipt(), "payment", order: 40)
                .RequirePermissions(AccountingPermissions.Receipts.Create));
        }
        return Task.CompletedTask;
    }
}
