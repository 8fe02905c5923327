using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Crm.Quotas;

public class SalesQuotaConfiguration : IEntityTypeConfiguration<SalesQuota>
{
    public void Configure(EntityTypeBuilder<SalesQuota> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "SalesQuotas", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.ComplexProperty(x => x.Amount, amount => amount.IsMoney());
        builder.Property(x => x.LiveKey).HasMaxLength(SalesQuota.LiveKeyLength).IsUnicode(false);
        builder.HasUniqueTenantIndex(x => new { x.TenantId, x.LiveKey }, x => x.LiveKey); // one for each owner and month
        builder.HasIndex(x => new { x.TenantId, x.Month }); // quotas of some months
    }
}
