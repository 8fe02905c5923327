using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Crm.SavedViews;

public class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "SavedViews", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.List).HasMaxLength(SavedViewConsts.MaxListLength);
        builder.Property(x => x.Name).HasMaxLength(SavedViewConsts.MaxNameLength);
        builder.Property(x => x.Query).HasMaxLength(SavedViewConsts.MaxQueryLength);
        builder.HasIndex(x => new { x.TenantId, x.UserId, x.List }); // a user's views of a list
    }
}
