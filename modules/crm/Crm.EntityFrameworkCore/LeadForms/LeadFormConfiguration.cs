using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Crm.LeadForms;

public class LeadFormConfiguration : IEntityTypeConfiguration<LeadForm>
{
    public void Configure(EntityTypeBuilder<LeadForm> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "LeadForms", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Name).HasMaxLength(LeadFormConsts.MaxNameLength);
        builder.Property(x => x.Title).HasMaxLength(LeadFormConsts.MaxTitleLength);
        builder.Property(x => x.Intro).HasMaxLength(LeadFormConsts.MaxTextLength);
        builder.Property(x => x.ThankYou).HasMaxLength(LeadFormConsts.MaxTextLength);
        builder.Property(x => x.Language).HasMaxLength(2);
        builder.HasIndex(x => new { x.TenantId, x.CreationTime }); // the list of forms
    }
}
