using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Crm.WorkCalendars;

public class WorkCalendarConfiguration : IEntityTypeConfiguration<WorkCalendar>
{
    public void Configure(EntityTypeBuilder<WorkCalendar> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "WorkCalendars", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Hours).HasMaxLength(WorkCalendarConsts.MaxHoursLength);
        builder.Property(x => x.ZoneId).HasMaxLength(WorkCalendarConsts.MaxZoneLength);
        builder.HasMany(x => x.Holidays).WithOne().HasForeignKey(x => x.CalendarId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(x => x.TenantId); // the organisation's calendar
    }
}

public class HolidayConfiguration : IEntityTypeConfiguration<Holiday>
{
    public void Configure(EntityTypeBuilder<Holiday> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "Holidays", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.HasKey(x => new { x.CalendarId, x.Day });
        builder.Property(x => x.Name).HasMaxLength(WorkCalendarConsts.MaxHolidayNameLength);
    }
}
