namespace Inventory.EntityFrameworkCore;

public static class InventoryDbProperties
{
    public const string ConnectionStringName = "Inventory";

    public static string DbTablePrefix { get; set; } = "Inv";
    public static string? DbSchema { get; set; }
}
