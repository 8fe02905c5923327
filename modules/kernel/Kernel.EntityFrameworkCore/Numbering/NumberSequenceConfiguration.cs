using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Kernel.Numbering;

public class NumberSequenceConfiguration : IEntityTypeConfiguration<NumberSequence>
{
    public void Configure(EntityTypeBuilder<NumberSequence> builder)
    {
        builder.ToTable(KernelDbProperties.DbTablePrefix + "NumberSequences", KernelDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Series).HasMaxLength(NumberSequence.MaxSeriesLength).IsOrdinal();
        builder.HasUniqueTenantIndex(x => new { x.TenantId, x.Series, x.Year }, x => new { x.Series, x.Year }); // the next number
    }
}
