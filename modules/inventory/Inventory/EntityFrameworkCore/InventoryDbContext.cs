using Inventory.Products;
using Inventory.Stock;
using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;

namespace Inventory.EntityFrameworkCore;

[ConnectionStringName(InventoryDbProperties.ConnectionStringName)]
public interface IInventoryDbContext : IEfCoreDbContext
{
    DbSet<Product> Products { get; }
    DbSet<StockMove> StockMoves { get; }
    DbSet<StockLevel> StockLevels { get; }
}

[ConnectionStringName(InventoryDbProperties.ConnectionStringName)]
public class InventoryDbContext(DbContextOptions<InventoryDbContext> options)
    : AbpDbContext<InventoryDbContext>(options), IInventoryDbContext
{
    public DbSet<Product> Products { get; set; } = null!;
    public DbSet<StockMove> StockMoves { get; set; } = null!;
    public DbSet<StockLevel> StockLevels { get; set; } = null!;

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
        builder.ApplyConfiguration(new StockMoveConfiguration());
        builder.ApplyConfiguration(new StockLevelConfiguration());
        builder.FitToDatabase();
    }
}
