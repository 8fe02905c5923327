using Inventory.EntityFrameworkCore;
using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Inventory.Warehouses;

public class WarehouseConfiguration : IEntityTypeConfiguration<Warehouse>
{
    public void Configure(EntityTypeBuilder<Warehouse> builder)
    {
        builder.ToTable(InventoryDbProperties.DbTablePrefix + "Warehouses", InventoryDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Name).HasMaxLength(WarehouseConsts.MaxNameLength);
        builder.Property(x => x.NameKey).HasMaxLength(WarehouseConsts.MaxNameLength).IsOrdinal();
        builder.Property(x => x.Address).HasMaxLength(WarehouseConsts.MaxAddressLength);
        builder.HasUniqueTenantIndex(x => new { x.TenantId, x.NameKey }, x => x.NameKey);
    }
}
