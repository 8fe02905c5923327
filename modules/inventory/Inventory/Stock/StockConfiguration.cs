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
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.OnHand).HasPrecision(19, 4);
        builder.HasOne<Product>().WithOne().HasForeignKey<StockLevel>(x => x.Id).OnDelete(DeleteBehavior.Cascade);
    }
}
