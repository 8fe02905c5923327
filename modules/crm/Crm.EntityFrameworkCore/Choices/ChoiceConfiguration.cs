using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Crm.Choices;

public class ChoiceConfiguration : IEntityTypeConfiguration<Choice>
{
    public void Configure(EntityTypeBuilder<Choice> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "Choices", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Code).HasMaxLength(ChoiceConsts.MaxCodeLength);
        builder.Property(x => x.Name).HasMaxLength(ChoiceConsts.MaxNameLength);
        builder.Property(x => x.Note).HasMaxLength(ChoiceConsts.MaxNoteLength);
        builder.HasIndex(x => new { x.TenantId, x.Kind, x.Order }); // one list
    }
}
