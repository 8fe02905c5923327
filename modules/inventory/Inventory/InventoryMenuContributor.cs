using Inventory.Deliveries;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.UI.Navigation;

namespace Inventory;

public class InventoryMenuContributor : IMenuContributor
{
    public const string Inventory = "Inventory";
    public const string Products = "Inventory.Products";
    public const string PriceLists = "Inventory.PriceLists";
    public const string Deliveries = "Inventory.Deliveries";
    public const string Serials = "Inventory.Serials";
    public const string Warehouses = "Inventory.Warehouses";

    public Task ConfigureMenuAsync(MenuConfigurationContext context)
    {
        var l = context.GetLocalizer<InventoryResource>();
        if (context.Menu.Name == StandardMenus.Main)
        {
            context.Menu.AddItem(new ApplicationMenuItem(Inventory, l["Menu:Inventory"], icon: "warehouse", order: 30)
                .AddItem(new ApplicationMenuItem(Products, l["Menu:Products"], "/Inventory/Products", "box")
                    .RequirePermissions(InventoryPermissions.Products.Default))
                .AddItem(new ApplicationMenuItem(PriceLists, l["Menu:PriceLists"], "/Inventory/PriceLists", "tag")
                    .RequirePermissions(InventoryPermissions.PriceLists.Default))
                .AddItem(new ApplicationMenuItem(Deliveries, l["Menu:Deliveries"], DeliveryUrls.Open, "truck")
                    .RequirePermissions(InventoryPermissions.Deliveries.Default))
                .AddItem(new ApplicationMenuItem(Serials, l["Menu:Serials"], DeliveryUrls.Serials, "shield")
                    .RequirePermissions(InventoryPermissions.Deliveries.Default))
                .AddItem(new ApplicationMenuItem(Warehouses, l["Menu:Warehouses"], "/Inventory/Warehouses", "warehouse")
                    .RequirePermissions(InventoryPermissions.Warehouses.Default)));
        }
        else if (context.Menu.Name == StandardMenus.Shortcut)
        {
            context.Menu.AddItem(new ApplicationMenuItem(Products + ".New", l["NewProduct"], "/Inventory/Products/Create", "box", order: 30)
                .RequirePermissions(InventoryPermissions.Products.Create));
        }
        return Task.CompletedTask;
    }
}
