using Crm.Activities;
using Crm.Opportunities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Crm.CheckLists;

public class CheckItemConfiguration : IEntityTypeConfiguration<CheckItem>
{
    public void Configure(EntityTypeBuilder<CheckItem> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "CheckItems", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.ListName).HasMaxLength(CheckListConsts.MaxNameLength);
        builder.Property(x => x.Text).HasMaxLength(CheckListConsts.MaxTextLength);
        builder.HasOne<Opportunity>().WithMany().HasForeignKey(x => x.OpportunityId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Activity>().WithMany().HasForeignKey(x => x.ActivityId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(x => new { x.TenantId, x.OpportunityId, x.Order }); // an opportunity's
        builder.HasIndex(x => new { x.TenantId, x.ActivityId, x.Order }); // an activity's
        builder.HasIndex(x => new { x.TenantId, x.TaskId }); // for what a task was planned
    }
}

public class CheckListTemplateConfiguration : IEntityTypeConfiguration<CheckListTemplate>
{
    public void Configure(EntityTypeBuilder<CheckListTemplate> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "CheckListTemplates", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Name).HasMaxLength(CheckListConsts.MaxNameLength);
        builder.HasMany(x => x.Items).WithOne().HasForeignKey(item => item.TemplateId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(x => new { x.TenantId, x.IsRetired, x.Name }); // all of them
    }
}

public class CheckListTemplateItemConfiguration : IEntityTypeConfiguration<CheckListTemplateItem>
{
    public void Configure(EntityTypeBuilder<CheckListTemplateItem> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "CheckListTemplateItems", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Text).HasMaxLength(CheckListConsts.MaxTextLength);
    }
}
