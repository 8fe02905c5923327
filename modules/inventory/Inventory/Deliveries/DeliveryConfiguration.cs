using Inventory.EntityFrameworkCore;
using Inventory.Products;
using Inventory.Warehouses;
using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Inventory.Deliveries;

public class DeliveryOrderConfiguration : IEntityTypeConfiguration<DeliveryOrder>
{
    public void Configure(EntityTypeBuilder<DeliveryOrder> builder)
    {
        builder.ToTable(InventoryDbProperties.DbTablePrefix + "DeliveryOrders", InventoryDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Ignore(x => x.WarehouseId);
        builder.Property(x => x.Number).HasMaxLength(DeliveryConsts.MaxNumberLength).IsOrdinal();
        builder.Property(x => x.SearchKey).HasMaxLength(DeliveryConsts.MaxNumberLength).IsOrdinal();
        builder.Property(x => x.Url).HasMaxLength(DeliveryConsts.MaxUrlLength);
        builder.HasMany(x => x.Lines).WithOne().HasForeignKey(line => line.OrderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(x => new { x.TenantId, x.State, x.Due, x.Id }); // what is to be delivered, the most urgent first
        builder.HasIndex(x => new { x.TenantId, x.PartyId, x.State }); // a party's
    }
}

public class DeliveryOrderLineConfiguration : IEntityTypeConfiguration<DeliveryOrderLine>
{
    public void Configure(EntityTypeBuilder<DeliveryOrderLine> builder)
    {
        builder.ToTable(InventoryDbProperties.DbTablePrefix + "DeliveryOrderLines", InventoryDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.HasKey(x => new { x.OrderId, x.Ordinal });
        builder.Property(x => x.Ordinal).ValueGeneratedNever();
        builder.Property(x => x.Description).HasMaxLength(DeliveryConsts.MaxDescriptionLength);
        builder.Property(x => x.Ordered).HasPrecision(19, 4);
        builder.Property(x => x.Delivered).HasPrecision(19, 4);
        builder.Property(x => x.Open).HasPrecision(19, 4);
        builder.HasOne<Product>().WithMany().HasForeignKey(x => x.ProductId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Warehouse>().WithMany().HasForeignKey(x => x.WarehouseId).OnDelete(DeleteBehavior.Restrict);
    }
}

public class DeliveryNoteConfiguration : IEntityTypeConfiguration<DeliveryNote>
{
    public void Configure(EntityTypeBuilder<DeliveryNote> builder)
    {
        builder.ToTable(InventoryDbProperties.DbTablePrefix + "DeliveryNotes", InventoryDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Number).HasMaxLength(DeliveryConsts.MaxNumberLength).IsOrdinal();
        builder.Property(x => x.OrderNumber).HasMaxLength(DeliveryConsts.MaxNumberLength).IsOrdinal();
        builder.Property(x => x.SearchKey).HasMaxLength(2 * DeliveryConsts.MaxNumberLength + 1).IsOrdinal();
        builder.Property(x => x.Note).HasMaxLength(DeliveryConsts.MaxNoteLength);
        builder.HasMany(x => x.Lines).WithOne().HasForeignKey(line => line.NoteId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<DeliveryOrder>().WithMany().HasForeignKey(x => x.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DeliveryNote>().WithMany().HasForeignKey(x => x.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Warehouse>().WithMany().HasForeignKey(x => x.WarehouseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasUniqueTenantIndex(x => new { x.TenantId, x.Number }, x => x.Number);
        builder.HasIndex(x => new { x.TenantId, x.Date, x.Id }); // the list, newest first
        builder.HasIndex(x => new { x.TenantId, x.PartyId, x.Kind, x.Date }); // a party's newest of each kind
    }
}

public class DeliveryNoteLineConfiguration : IEntityTypeConfiguration<DeliveryNoteLine>
{
    public void Configure(EntityTypeBuilder<DeliveryNoteLine> builder)
    {
        builder.ToTable(InventoryDbProperties.DbTablePrefix + "DeliveryNoteLines", InventoryDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.HasKey(x => new { x.NoteId, x.Ordinal });
        builder.Property(x => x.Ordinal).ValueGeneratedNever();
        builder.Property(x => x.Description).HasMaxLength(DeliveryConsts.MaxDescriptionLength);
        builder.Property(x => x.Unit).HasMaxLength(ProductConsts.MaxUnitLength);
        builder.Property(x => x.Quantity).HasPrecision(19, 4);
        builder.Property(x => x.Returned).HasPrecision(19, 4);
        builder.HasMany(x => x.Serials).WithOne().HasForeignKey(serial => new { serial.NoteId, serial.Ordinal }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Product>().WithMany().HasForeignKey(x => x.ProductId).OnDelete(DeleteBehavior.Restrict);
    }
}

public class DeliveredSerialConfiguration : IEntityTypeConfiguration<DeliveredSerial>
{
    public void Configure(EntityTypeBuilder<DeliveredSerial> builder)
    {
        builder.ToTable(InventoryDbProperties.DbTablePrefix + "DeliveredSerials", InventoryDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Serial).HasMaxLength(DeliveryConsts.MaxSerialLength);
        builder.Property(x => x.SerialKey).HasMaxLength(DeliveryConsts.MaxSerialLength).IsOrdinal();
        builder.HasKey(x => new { x.NoteId, x.Ordinal, x.SerialKey });
        // A number is with one customer at a time; two indexes, because databases take two NULL tenants for different.
        builder.HasIndex(x => new { x.TenantId, x.ProductId, x.SerialKey }).IsUnique().HasFilter("\"ReturnedOn\" IS NULL");
        builder.HasIndex(x => new { x.ProductId, x.SerialKey }).IsUnique().HasFilter("\"TenantId\" IS NULL AND \"ReturnedOn\" IS NULL");
        builder.HasIndex(x => new { x.TenantId, x.SerialKey }); // who has it
    }
}
