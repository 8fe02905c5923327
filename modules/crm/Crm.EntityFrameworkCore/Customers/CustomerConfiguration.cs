using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Crm.Customers;

public class CustomerConfiguration : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "Customers", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.BlockReason).HasMaxLength(CustomerConsts.MaxBlockReasonLength);
        builder.Property(x => x.Interests).HasMaxLength(CustomerConsts.MaxInterestsLength);
        builder.Property(x => x.Source).HasMaxLength(CustomerConsts.MaxSourceLength);
        builder.Ignore(x => x.FitAnswer);
        builder.Property(x => x.FitNote).HasMaxLength(CustomerConsts.MaxFitNoteLength);
    }
}
