using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Crm.Contacts;

public class ContactConfiguration : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "Contacts", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Position).HasMaxLength(ContactConsts.MaxPositionLength);
        builder.HasUniqueTenantIndex( // the people of a customer, each once
            x => new { x.TenantId, x.CustomerId, x.PersonId }, x => new { x.CustomerId, x.PersonId });
        builder.HasIndex(x => new { x.TenantId, x.PersonId }); // where a person stands
    }
}
