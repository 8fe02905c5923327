using Crm.Permissions;
using Kernel.Calendars;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;

namespace Crm.WorkCalendars;

[Authorize(CrmPermissions.SellingSettings.Default)]
public class WorkCalendarAppService(WorkCalendarReader reader, IRepository<WorkCalendar, Guid> calendars) : CrmAppService, IWorkCalendarAppService
{
    public virtual async Task<WorkCalendarDto> GetAsync()
    {
        var calendar = await reader.GetAsync();
        var (week, today) = (calendar.ReadWeek(), DateOnly.FromDateTime(Clock.Now));
        return new WorkCalendarDto(
            calendar.ZoneId,
            [.. WorkCalendar.Week.Select(day => week.TryGetValue(day, out var hours) ? new WorkdayDto { Day = day, From = hours.From, To = hours.To } : new WorkdayDto { Day = day })],
            [.. calendar.Holidays.Where(holiday => holiday.Day >= today).OrderBy(holiday => holiday.Day).Select(holiday => new HolidayDto { Day = holiday.Day, Name = holiday.Name })]);
    }

    public virtual Task UpdateAsync(UpdateWorkCalendarDto input)
    {
        if (input.Days.Any(day => day.From is null != day.To is null))
        {
            throw new BusinessException(CrmErrorCodes.HoursEndBeforeTheyBegin);
        }
        return ChangeAsync(calendar => calendar.Plan(
            input.Days.Where(day => day.From is not null).ToDictionary(day => day.Day, day => new WorkingHours(day.From!.Value, day.To!.Value)), input.ZoneId));
    }

    public virtual Task AddHolidayAsync(HolidayDto input) => ChangeAsync(calendar => calendar.CloseOn(input.Day!.Value, input.Name));

    public virtual Task RemoveHolidayAsync(DateOnly day) => ChangeAsync(calendar => calendar.OpenOn(day));

    private async Task ChangeAsync(Action<WorkCalendar> change)
    {
        var calendar = await reader.GetAsync();
        change(calendar);
        if (await calendars.FindAsync(calendar.Id, includeDetails: false) is null)
        {
            await calendars.InsertAsync(calendar);
        }
    }
}
