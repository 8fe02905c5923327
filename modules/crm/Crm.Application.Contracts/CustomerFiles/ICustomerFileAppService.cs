using Volo.Abp.Application.Services;

namespace Crm.CustomerFiles;

/// <summary>Everything about one customer on one page, read live from every installed module.</summary>
public interface ICustomerFileAppService : IApplicationService
{
    /// <param name="id">The party's id.</param>
    /// <param name="timeZone">IANA name of the zone in which the reader's days are counted; UTC when left out.</param>
    Task<CustomerFileDto> GetAsync(Guid id, string? timeZone = null);

    /// <summary>The next part of the timeline: what happened before a day.</summary>
    Task<CustomerTimeline> GetTimelineAsync(Guid id, DateOnly before, string? timeZone = null);
}
