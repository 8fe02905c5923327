using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Crm.Calendars;

public class CalendarFeedConfiguration : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "CalendarFeeds", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.SecretHash).HasMaxLength(64);
        builder.HasIndex(x => new { x.TenantId, x.SecretHash }); // whose address it is
        builder.HasIndex(x => new { x.TenantId, x.UserId }); // a user's address
    }
}
