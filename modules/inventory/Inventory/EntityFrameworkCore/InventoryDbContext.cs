using Inventory.Deliveries;
using Inventory.Prices;
using Inventory.Products;
using Inventory.Stock;
using Inventory.Warehouses;
using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Parties;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;

namespace Inventory.EntityFrameworkCore;

[ConnectionStringName(InventoryDbProperties.ConnectionStringName)]
public interface IInventoryDbContext : IEfCoreDbContext
{
    DbSet<Product> Products { get; }
    DbSet<PriceList> PriceLists { get; }
    DbSet<Price> Prices { get; }
    DbSet<Warehouse> Warehouses { get; }
    DbSet<StockMove> StockMoves { get; }
    DbSet<StockLevel> StockLevels { get; }
    DbSet<DeliveryOrder> DeliveryOrders { get; }
    DbSet<DeliveryOrderLine> DeliveryOrderLines { get; }
    DbSet<DeliveryNote> DeliveryNotes { get; }
    DbSet<DeliveryNoteLine> DeliveryNoteLines { get; }
    DbSet<DeliveredSerial> DeliveredSerials { get; }

    /// <summary>Parties' own table, read only.</summary>
    DbSet<PartyRow> PartyRows { get; }
}

[ConnectionStringName(InventoryDbProperties.ConnectionStringName)]
public class InventoryDbContext(DbContextOptions<InventoryDbContext> options)
    : AbpDbContext<InventoryDbContext>(options), IInventoryDbContext
{
    public DbSet<Product> Products { get; set; } = null!;
    public DbSet<PriceList> PriceLists { get; set; } = null!;
    public DbSet<Price> Prices { get; set; } = null!;
    public DbSet<Warehouse> Warehouses { get; set; } = null!;
    public DbSet<StockMove> StockMoves { get; set; } = null!;
    public DbSet<StockLevel> StockLevels { get; set; } = null!;
    public DbSet<DeliveryOrder> DeliveryOrders { get; set; } = null!;
    public DbSet<DeliveryOrderLine> DeliveryOrderLines { get; set; } = null!;
    public DbSet<DeliveryNote> DeliveryNotes { get; set; } = null!;
    public DbSet<DeliveryNoteLine> DeliveryNoteLines { get; set; } = null!;
    public DbSet<DeliveredSerial> DeliveredSerials { get; set; } = null!;
    public DbSet<PartyRow> PartyRows { get; set; } = null!;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ConfigureInventory();
    }
}

public static class InventoryModelBuilderExtensions
{
    public static void ConfigureInventory(this ModelBuilder builder)
    {
        Check.NotNull(builder, nameof(builder));
        builder.ApplyConfiguration(new ProductConfiguration());
        builder.ApplyConfiguration(new PriceListConfiguration());
        builder.ApplyConfiguration(new PriceConfiguration());
        builder.ApplyConfiguration(new WarehouseConfiguration());
        builder.ApplyConfiguration(new StockMoveConfiguration());
        builder.ApplyConfiguration(new StockLevelConfiguration());
        builder.ApplyConfiguration(new DeliveryOrderConfiguration());
        builder.ApplyConfiguration(new DeliveryOrderLineConfiguration());
        builder.ApplyConfiguration(new DeliveryNoteConfiguration());
        builder.ApplyConfiguration(new DeliveryNoteLineConfiguration());
        builder.ApplyConfiguration(new DeliveredSerialConfiguration());
        builder.Entity<PartyRow>(party =>
        {
            party.ToView(PartiesDbProperties.Table("Parties"), PartiesDbProperties.DbSchema);
            party.HasKey(row => row.Id);
        });
        builder.FitToDatabase();
    }
}
