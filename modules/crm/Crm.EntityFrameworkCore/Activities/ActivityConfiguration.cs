using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Crm.Activities;

public class ActivityConfiguration : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "Activities", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Subject).HasMaxLength(ActivityConsts.MaxSubjectLength);
        builder.Property(x => x.Text).HasMaxLength(ActivityConsts.MaxTextLength);
        builder.Property(x => x.Outcome).HasMaxLength(ActivityConsts.MaxOutcomeLength);
        builder.Property(x => x.Location).HasMaxLength(ActivityConsts.MaxLocationLength);
        builder.Property(x => x.OnlineUrl).HasMaxLength(ActivityConsts.MaxUrlLength);
        builder.HasOne(x => x.Reminder).WithOne().HasForeignKey<ActivityReminder>(x => x.ActivityId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(x => x.Attendees).WithOne().HasForeignKey(x => x.ActivityId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(x => new { x.TenantId, x.StartsAt }); // who is busy
        builder.HasIndex(x => new { x.TenantId, x.PartyId, x.DoneAt }); // the history in the customer's file
        builder.HasIndex(x => new { x.TenantId, x.PartyId, x.IsContact, x.DoneAt }); // last contact
        builder.HasIndex(x => new { x.TenantId, x.PartyId, x.DueOn }); // next step
        builder.HasIndex(x => new { x.TenantId, x.OwnerId, x.DoneAt, x.DueOn }); // my work
        builder.HasIndex(x => new { x.TenantId, x.DueOn }); // the calendar
    }
}
