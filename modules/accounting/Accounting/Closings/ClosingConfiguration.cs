using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Accounting.Closings;

public class ClosingConfiguration : IEntityTypeConfiguration<Closing>
{
    public void Configure(EntityTypeBuilder<Closing> builder)
    {
        builder.ToTable(AccountingDbProperties.DbTablePrefix + "Closings", AccountingDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Reason).HasMaxLength(ClosingConsts.MaxReasonLength);
        builder.HasUniqueTenantIndex(x => new { x.TenantId, x.Ordinal }, x => x.Ordinal); // the newest; of two at once one is refused
    }
}
