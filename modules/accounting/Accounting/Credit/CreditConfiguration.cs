using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Parties.Parties;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Accounting.Credit;

public class CreditPolicyConfiguration : IEntityTypeConfiguration<CreditPolicy>
{
    public void Configure(EntityTypeBuilder<CreditPolicy> builder)
    {
        builder.ToTable(AccountingDbProperties.DbTablePrefix + "CreditPolicies", AccountingDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Name).HasMaxLength(CreditPolicyConsts.MaxNameLength).IsOrdinal();
        builder.Property(x => x.Group).HasMaxLength(PartyConsts.MaxGroupLength);
        builder.Property(x => x.GroupKey).HasMaxLength(PartyConsts.MaxGroupLength).IsOrdinal();
        builder.Property(x => x.CountsDeliveries).HasDefaultValue(true); // of those that were there before deliveries were told apart: orders counted them
        builder.HasUniqueTenantIndex(x => new { x.TenantId, x.Name }, x => x.Name);
        // A group has one policy; two indexes, because databases take two NULL tenants for different.
        builder.HasIndex(x => new { x.TenantId, x.GroupKey }).IsUnique().HasFilter("\"GroupKey\" IS NOT NULL");
        builder.HasIndex(x => x.GroupKey).IsUnique().HasFilter("\"TenantId\" IS NULL AND \"GroupKey\" IS NOT NULL");
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
