using Invoicing.Documents;
using Invoicing.Localization;
using Invoicing.Permissions;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.UI.Navigation;

namespace Invoicing;

public class InvoicingMenuContributor : IMenuContributor
{
    public Task ConfigureMenuAsync(MenuConfigurationContext context)
    {
        if (context.Menu.Name == StandardMenus.Main)
        {
            var texts = context.GetLocalizer<InvoicingResource>();
            var tab = new ApplicationMenuItem("Invoicing", texts["Menu:Invoicing"], icon: "invoice", order: 20);
            foreach (var (kind, order) in DocumentUrls.Kinds.Select((kind, order) => (kind, order)))
            {
                var slug = DocumentUrls.Slug(kind);
                tab.AddItem(new ApplicationMenuItem("Invoicing." + slug, texts["Menu:" + slug], DocumentUrls.List(kind), order: order)
                    .RequirePermissions(InvoicingPermissions.ToRead(kind)));
            }
            tab.AddItem(new ApplicationMenuItem("Invoicing.TaxRates", texts["Menu:TaxRates"], "/Invoicing/TaxRates", order: 10)
                .RequirePermissions(InvoicingPermissions.TaxRates.Default));
            context.Menu.AddItem(tab);
        }
        if (context.Menu.Name == StandardMenus.Shortcut)
        {
            var texts = context.GetLocalizer<InvoicingResource>();
            foreach (var (kind, icon) in new[] { (DocumentKind.Quote, "quote"), (DocumentKind.Order, "order"), (DocumentKind.Invoice, "invoice") })
            {
                context.Menu.AddItem(new ApplicationMenuItem($"Invoicing.New{kind}", texts["New:" + kind], DocumentUrls.New(kind), icon, order: 20 + (int)kind)
                    .RequirePermissions(InvoicingPermissions.ToManage(kind)));
            }
        }
        return Task.CompletedTask;
    }
}
