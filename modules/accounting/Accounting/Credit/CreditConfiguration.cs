using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Accounting.Credit;

public class CreditPolicyConfiguration : IEntityTypeConfiguration<CreditPolicy>
{
    public void Configure(EntityTypeBuilder<CreditPolicy> builder)
    {
        builder.ToTable(AccountingDbProperties.DbTablePrefix + "CreditPolicies", AccountingDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Name).HasMaxLength(CreditPolicyConsts.MaxNameLength).IsOrdinal();
        builder.HasUniqueTenantIndex(x => new { x.TenantId, x.Name }, x => x.Name);
    }
}

public class CreditLimitConfiguration : IEntityTypeConfiguration<CreditLimit>
{
    public void Configure(EntityTypeBuilder<CreditLimit> builder)
    {
        builder.ToTable(AccountingDbProperties.DbTablePrefix + "CreditLimits", AccountingDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.ComplexProperty(x => x.Limit, money => money.IsMoney());
        builder.HasOne<CreditPolicy>().WithMany().HasForeignKey(x => x.PolicyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasUniqueTenantIndex(x => new { x.TenantId, x.PartyId }, x => x.PartyId); // a party's limit
    }
}

public class CreditPassConfiguration : IEntityTypeConfiguration<CreditPass>
{
    public void Configure(EntityTypeBuilder<CreditPass> builder)
    {
        builder.ToTable(AccountingDbProperties.DbTablePrefix + "CreditPasses", AccountingDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Number).HasMaxLength(Invoicing.Documents.DocumentConsts.MaxNumberLength).IsOrdinal();
        builder.Property(x => x.Reason).HasMaxLength(Invoicing.Credit.CreditConsts.MaxReasonLength);
        builder.ComplexProperty(x => x.Amount, money => money.IsMoney());
        builder.ComplexProperty(x => x.Exposure, money => money.IsMoney());
        builder.ComplexProperty(x => x.Limit, money => money.IsMoney());
        builder.HasIndex(x => new { x.TenantId, x.PartyId, x.CreationTime }); // a party's newest
    }
}
