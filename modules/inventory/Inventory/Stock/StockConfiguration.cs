using Inventory.EntityFrameworkCore;
using Inventory.Products;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Inventory.Stock;

public class StockMoveConfiguration : IEntityTypeConfiguration<StockMove>
{
    public void Configure(EntityTypeBuilder<StockMove> builder)
    {
        builder.ToTable(InventoryDbProperties.DbTablePrefix + "StockMoves", InventoryDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Quantity).HasPrecision(19, 4);
        builder.Property(x => x.DocumentNumber).HasMaxLength(StockMove.MaxNumberLength);
        builder.Property(x => x.DocumentUrl).HasMaxLength(StockMove.MaxUrlLength);
        builder.Property(x => x.Note).HasMaxLength(StockMove.MaxNoteLength);
        builder.HasOne<Product>().WithMany().HasForeignKey(x => x.ProductId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => new { x.TenantId, x.ProductId, x.Date, x.Id }); // a product's moves, newest first
    }
}

public class StockLevelConfiguration : IEntityTypeConfiguration<StockLevel>
{
    public void Configure(EntityTypeBuilder<StockLevel> builder)
    {
        builder.ToTable(InventoryDbProperties.DbTablePrefix + "StockLevels", InventoryDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.HasKey(x => new { x.ProductId, x.WarehouseId }); // a product's stock, warehouse by warehouse
        builder.Property(x => x.ProductId).HasColumnName("Id"); // as it was called when a product had one level
        builder.Property(x => x.OnHand).HasPrecision(19, 4);
        builder.Property(x => x.Reserved).HasPrecision(19, 4);
        builder.Ignore(x => x.Available);
        builder.HasOne<Product>().WithMany().HasForeignKey(x => x.ProductId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(x => new { x.TenantId, x.WarehouseId, x.ProductId }); // what lies in a warehouse
    }
}
