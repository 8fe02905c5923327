using Volo.Abp.Application.Services;

namespace Crm.Calendars;

/// <summary>The current user's secret address for calendar programs.</summary>
public interface ICalendarFeedAppService : IApplicationService
{
    /// <returns>Since when there is one, in UTC; null when there is none.</returns>
    Task<DateTime?> GetSinceAsync();

    /// <summary>Makes one in place of the old, which ends.</summary>
    /// <returns>The last part of the address, shown this once.</returns>
    Task<string> CreateAsync();

    Task RevokeAsync();
}
