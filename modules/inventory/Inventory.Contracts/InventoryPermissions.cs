using Kernel.Rights;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Features;
using Volo.Abp.Localization;

namespace Inventory;

public static class InventoryPermissions
{
    public const string GroupName = "Inventory";

    public static class Products
    {
        public const string Default = GroupName + ".Products";
        public const string Create = Default + ".Create";
        public const string Edit = Default + ".Edit";
        public const string Delete = Default + ".Delete";
    }

    public static class Stock
    {
        public const string Default = GroupName + ".Stock";
        public const string Adjust = Default + ".Adjust";
    }

    public static class Warehouses
    {
        public const string Default = GroupName + ".Warehouses";
        public const string Manage = Default + ".Manage";
    }

    public static class PriceLists
    {
        public const string Default = GroupName + ".PriceLists";
        public const string Manage = Default + ".Manage";
    }

    public static class Deliveries
    {
        public const string Default = GroupName + ".Deliveries";

        /// <summary>Give goods of an order out, and say that the rest will not be delivered.</summary>
        public const string Issue = Default + ".Issue";

        /// <summary>Take goods of a delivery back.</summary>
        public const string TakeBack = Default + ".TakeBack";
    }
}

public class InventoryPermissionDefinitionProvider : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
    {
        var inventory = context.AddGroup(InventoryPermissions.GroupName, L("Permission:Inventory"));

        var products = inventory.AddPermission(InventoryPermissions.Products.Default, L("Permission:Inventory.Products"));
        products.AddChild(InventoryPermissions.Products.Create, L("Permission:Inventory.Products.Create"));
        products.AddChild(InventoryPermissions.Products.Edit, L("Permission:Inventory.Products.Edit"));
        products.AddChild(InventoryPermissions.Products.Delete, L("Permission:Inventory.Products.Delete"));

        var stock = inventory.AddPermission(InventoryPermissions.Stock.Default, L("Permission:Inventory.Stock"));
        stock.AddChild(InventoryPermissions.Stock.Adjust, L("Permission:Inventory.Stock.Adjust"));

        inventory.AddPermission(InventoryPermissions.Warehouses.Default, L("Permission:Inventory.Warehouses"))
            .AddChild(InventoryPermissions.Warehouses.Manage, L("Permission:Inventory.Warehouses.Manage"));

        inventory.AddPermission(InventoryPermissions.PriceLists.Default, L("Permission:Inventory.PriceLists"))
            .AddChild(InventoryPermissions.PriceLists.Manage, L("Permission:Inventory.PriceLists.Manage"));

        var deliveries = inventory.AddPermission(InventoryPermissions.Deliveries.Default, L("Permission:Inventory.Deliveries")).AddRecordScopes();
        deliveries.AddChild(InventoryPermissions.Deliveries.Issue, L("Permission:Inventory.Deliveries.Issue"));
        deliveries.AddChild(InventoryPermissions.Deliveries.TakeBack, L("Permission:Inventory.Deliveries.TakeBack"));
    }

    // At the end, so that no permission of the module escapes its switch.
    public override void PostDefine(IPermissionDefinitionContext context)
    {
        foreach (var permission in context.GetGroup(InventoryPermissions.GroupName).GetPermissionsWithChildren())
        {
            permission.RequireFeatures(InventoryFeatures.Enable);
        }
    }

    private static LocalizableString L(string name) => LocalizableString.Create<InventoryResource>(name);
}
