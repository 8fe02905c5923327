using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Invoicing.Taxes;

public class TaxRateConfiguration : IEntityTypeConfiguration<TaxRate>
{
    public void Configure(EntityTypeBuilder<TaxRate> builder)
    {
        builder.ToTable(InvoicingDbProperties.DbTablePrefix + "TaxRates", InvoicingDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Percent).HasPrecision(7, 4);
        builder.HasUniqueTenantIndex(x => new { x.TenantId, x.From }, x => x.From); // the rate of a day
    }
}
