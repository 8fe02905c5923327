using Inventory.EntityFrameworkCore;
using Kernel.EntityFrameworkCore;
using Kernel.Monetary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Inventory.Products;

public class ProductConfiguration : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> builder)
    {
        builder.ToTable(InventoryDbProperties.DbTablePrefix + "Products", InventoryDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Code).HasMaxLength(ProductConsts.MaxCodeLength);
        builder.Property(x => x.CodeKey).HasMaxLength(ProductConsts.MaxCodeLength).IsOrdinal();
        builder.Property(x => x.Name).HasMaxLength(ProductConsts.MaxNameLength);
        builder.Property(x => x.SearchKey).HasMaxLength(ProductConsts.MaxSearchKeyLength).IsOrdinal();
        builder.Property(x => x.SortKey).HasMaxLength(ProductConsts.MaxSortKeyLength).IsOrdinal();
        builder.Property(x => x.Unit).HasMaxLength(ProductConsts.MaxUnitLength);
        builder.Property(x => x.UnitPrice).HasPrecision(19, 4);
        builder.Property(x => x.Currency).HasMaxLength(Currencies.CodeLength).IsFixedLength().IsUnicode(false);
        builder.Property(x => x.TaxRate).HasPrecision(9, 6);
        builder.HasUniqueTenantIndex(x => new { x.TenantId, x.CodeKey }, x => x.CodeKey); // and lookup by code
        builder.HasIndex(x => new { x.TenantId, x.SortKey, x.Id }); // the list by name
    }
}
