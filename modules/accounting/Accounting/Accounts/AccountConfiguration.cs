using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Accounting.Accounts;

public class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable(AccountingDbProperties.DbTablePrefix + "Accounts", AccountingDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Code).HasMaxLength(AccountConsts.MaxCodeLength).IsOrdinal();
        builder.Property(x => x.Key).HasMaxLength(AccountConsts.MaxKeyLength).IsOrdinal();
        builder.Property(x => x.Name).HasMaxLength(AccountConsts.MaxNameLength);
        builder.HasUniqueTenantIndex(x => new { x.TenantId, x.Code }, x => x.Code);
        builder.HasIndex(x => new { x.TenantId, x.Key }); // posting
    }
}
