using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Crm.Activities;

public class ActivityReminderConfiguration : IEntityTypeConfiguration<ActivityReminder>
{
    public void Configure(EntityTypeBuilder<ActivityReminder> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "ActivityReminders", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.HasKey(x => x.ActivityId);
        builder.Property(x => x.ActivityId).ValueGeneratedNever();
        builder.Property(x => x.DueAt).IsConcurrencyToken(); // one that was moved meanwhile is not the one that is due
        builder.HasIndex(x => new { x.TenantId, x.DueAt }); // what is due
    }
}
