using Kernel.EntityFrameworkCore;
using Kernel.Monetary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Accounting.Rates;

public class ExchangeRateConfiguration : IEntityTypeConfiguration<ExchangeRate>
{
    public void Configure(EntityTypeBuilder<ExchangeRate> builder)
    {
        builder.ToTable(AccountingDbProperties.DbTablePrefix + "ExchangeRates", AccountingDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Currency).HasMaxLength(Currencies.CodeLength).IsFixedLength().IsUnicode(false);
        builder.Property(x => x.Rate).HasPrecision(20, 8);
        builder.HasUniqueTenantIndex(x => new { x.TenantId, x.Currency, x.Date }, x => new { x.Currency, x.Date }); // the rate of a day
        builder.HasIndex(x => new { x.TenantId, x.Date, x.Id }); // the list
    }
}
