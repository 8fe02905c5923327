using Inventory.EntityFrameworkCore;
using Inventory.Products;
using Kernel.EntityFrameworkCore;
using Kernel.Monetary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parties.Parties;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Inventory.Prices;

public class PriceListConfiguration : IEntityTypeConfiguration<PriceList>
{
    public void Configure(EntityTypeBuilder<PriceList> builder)
    {
        builder.ToTable(InventoryDbProperties.DbTablePrefix + "PriceLists", InventoryDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Name).HasMaxLength(PriceListConsts.MaxNameLength);
        builder.Property(x => x.Group).HasMaxLength(PartyConsts.MaxGroupLength);
        builder.Property(x => x.GroupKey).HasMaxLength(PartyConsts.MaxGroupLength).IsOrdinal();
        builder.Property(x => x.Currency).HasMaxLength(Currencies.CodeLength).IsFixedLength().IsUnicode(false);
        builder.HasIndex(x => new { x.TenantId, x.From, x.Id }); // the list, the latest first
    }
}

public class PriceConfiguration : IEntityTypeConfiguration<Price>
{
    public void Configure(EntityTypeBuilder<Price> builder)
    {
        builder.ToTable(InventoryDbProperties.DbTablePrefix + "Prices", InventoryDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.UnitPrice).HasPrecision(19, 4);
        builder.HasOne<PriceList>().WithMany().HasForeignKey(x => x.ListId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Product>().WithMany().HasForeignKey(x => x.ProductId).OnDelete(DeleteBehavior.Restrict);
        builder.HasUniqueTenantIndex(x => new { x.TenantId, x.ProductId, x.ListId }, x => new { x.ProductId, x.ListId }); // on which lists a product stands
    }
}
