using Kernel.Calendars;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;

namespace Crm.WorkCalendars;

/// <summary>The organisation's calendar, or the one that it begins with.</summary>
public class WorkCalendarReader(IRepository<WorkCalendar, Guid> calendars) : DomainService
{
    public virtual async Task<WorkCalendar> GetAsync() =>
        await AsyncExecuter.FirstOrDefaultAsync((await calendars.WithDetailsAsync()).OrderBy(calendar => calendar.CreationTime))
            ?? WorkCalendar.Given(GuidGenerator.Create(), DateOnly.FromDateTime(Clock.Now), CurrentTenant.Id);

    public virtual async Task<WorkingTime> GetWorkingTimeAsync() => (await GetAsync()).ToWorkingTime();
}
