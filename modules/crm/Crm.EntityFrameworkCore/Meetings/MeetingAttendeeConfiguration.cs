using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Crm.Meetings;

public class MeetingAttendeeConfiguration : IEntityTypeConfiguration<MeetingAttendee>
{
    public void Configure(EntityTypeBuilder<MeetingAttendee> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "MeetingAttendees", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Email).HasMaxLength(MeetingConsts.MaxEmailLength);
        builder.Property(x => x.Name).HasMaxLength(MeetingConsts.MaxNameLength);
        builder.Property(x => x.Comment).HasMaxLength(MeetingConsts.MaxCommentLength);
        builder.HasIndex(x => new { x.TenantId, x.UserId }); // to what somebody is invited
    }
}
