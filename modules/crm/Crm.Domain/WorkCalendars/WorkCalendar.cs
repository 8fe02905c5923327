using System.Globalization;
using Kernel.Calendars;
using Kernel.Texts;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Crm.WorkCalendars;

/// <summary>When the organisation works; answer times are counted in it. There is at most one.</summary>
public class WorkCalendar : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    private const string Off = "-";

    /// <summary>As the week is written in Iran.</summary>
    public static readonly IReadOnlyList<DayOfWeek> Week =
        [DayOfWeek.Saturday, DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    private readonly List<Holiday> _holidays = [];

    public Guid? TenantId { get; private set; }

    /// <summary>Seven parts from Saturday on, such as 08:00-17:00; a dash for a day off.</summary>
    public string Hours { get; private set; } = null!;
    public string ZoneId { get; private set; } = null!;
    public IReadOnlyCollection<Holiday> Holidays => _holidays;

    private WorkCalendar() { } // EF Core

    /// <summary>Saturday to Wednesday from 8 to 17, Thursday until 13, Friday off, and the fixed holidays of this solar year and the next.</summary>
    public static WorkCalendar Given(Guid id, DateOnly today, Guid? tenantId)
    {
        var calendar = new WorkCalendar
        {
            Id = id, TenantId = tenantId, ZoneId = "Asia/Tehran",
            Hours = string.Join(',', Week.Select(day => day == DayOfWeek.Friday ? Off : day == DayOfWeek.Thursday ? "08:00-13:00" : "08:00-17:00")),
        };
        var year = JalaliCalendar.FromDate(today).Year;
        foreach (var day in SolarHolidays.Of(year).Concat(SolarHolidays.Of(year + 1)))
        {
            calendar._holidays.Add(new Holiday(id, day, null, tenantId));
        }
        return calendar;
    }

    /// <param name="week">A day that is left out is off.</param>
    /// <exception cref="BusinessException">Hours end before they begin, or there is no such zone.</exception>
    public void Plan(IReadOnlyDictionary<DayOfWeek, WorkingHours> week, string zoneId)
    {
        if (week.Values.Any(hours => hours.To <= hours.From))
        {
            throw new BusinessException(CrmErrorCodes.HoursEndBeforeTheyBegin);
        }
        ZoneId = TimeZoneInfo.TryFindSystemTimeZoneById(zoneId, out _) ? zoneId : throw new BusinessException(CrmErrorCodes.UnknownZone).WithData("Zone", zoneId);
        Hours = string.Join(',', Week.Select(day => week.TryGetValue(day, out var hours)
            ? FormattableString.Invariant($"{hours.From:HH\\:mm}-{hours.To:HH\\:mm}") : Off));
    }

    /// <summary>Also known at once, such as a closure for bad air.</summary>
    public void CloseOn(DateOnly day, string? name)
    {
        OpenOn(day);
        _holidays.Add(new Holiday(Id, day, name, TenantId));
    }

    public void OpenOn(DateOnly day) => _holidays.RemoveAll(holiday => holiday.Day == day);

    public IReadOnlyDictionary<DayOfWeek, WorkingHours> ReadWeek()
    {
        var parts = Hours.Split(',');
        return Week.Select((day, i) => (day, parts[i])).Where(pair => pair.Item2 != Off).ToDictionary(pair => pair.day, pair => new WorkingHours(
            TimeOnly.ParseExact(pair.Item2[..5], "HH:mm", CultureInfo.InvariantCulture), TimeOnly.ParseExact(pair.Item2[6..], "HH:mm", CultureInfo.InvariantCulture)));
    }

    public WorkingTime ToWorkingTime() => new(ReadWeek(), _holidays.Select(holiday => holiday.Day).ToHashSet(), TimeZoneInfo.FindSystemTimeZoneById(ZoneId));
}

/// <summary>A day on which nobody works.</summary>
public class Holiday : Entity, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid CalendarId { get; private set; }
    public DateOnly Day { get; private set; }
    public string? Name { get; private set; }

    private Holiday() { } // EF Core

    internal Holiday(Guid calendarId, DateOnly day, string? name, Guid? tenantId)
    {
        (CalendarId, Day, TenantId) = (calendarId, day, tenantId);
        Name = StoredText.Optional(name, nameof(name), WorkCalendarConsts.MaxHolidayNameLength);
    }

    public override object?[] GetKeys() => [CalendarId, Day];
}
