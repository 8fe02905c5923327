using System.ComponentModel.DataAnnotations;
using Volo.Abp.Application.Services;

namespace Crm.WorkCalendars;

/// <summary>When the organisation works.</summary>
public interface IWorkCalendarAppService : IApplicationService
{
    Task<WorkCalendarDto> GetAsync();

    Task UpdateAsync(UpdateWorkCalendarDto input);

    Task AddHolidayAsync(HolidayDto input);
    Task RemoveHolidayAsync(DateOnly day);
}

/// <param name="Days">From Saturday on.</param>
/// <param name="Holidays">From today on, in order.</param>
public record WorkCalendarDto(string ZoneId, IReadOnlyList<WorkdayDto> Days, IReadOnlyList<HolidayDto> Holidays);

public class UpdateWorkCalendarDto
{
    [Required, StringLength(WorkCalendarConsts.MaxZoneLength)]
    public string ZoneId { get; set; } = null!;

    [Required, MaxLength(7)]
    public List<WorkdayDto> Days { get; set; } = [];
}

/// <summary>Without hours the day is off.</summary>
public class WorkdayDto
{
    [EnumDataType(typeof(DayOfWeek))]
    public DayOfWeek Day { get; set; }
    public TimeOnly? From { get; set; }
    public TimeOnly? To { get; set; }
}

public class HolidayDto
{
    [Required]
    public DateOnly? Day { get; set; }

    [StringLength(WorkCalendarConsts.MaxHolidayNameLength)]
    public string? Name { get; set; }
}
