using Crm.Permissions;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Users;

namespace Crm.Calendars;

[Authorize(CrmPermissions.Activities.Default)]
public class CalendarFeedAppService(IRepository<CalendarFeed, Guid> feeds) : CrmAppService, ICalendarFeedAppService
{
    public virtual async Task<DateTime?> GetSinceAsync()
    {
        var me = CurrentUser.Id;
        return await AsyncExecuter.FirstOrDefaultAsync((await feeds.GetQueryableAsync()).Where(feed => feed.UserId == me).Select(feed => (DateTime?)feed.CreationTime));
    }

    public virtual async Task<string> CreateAsync()
    {
        await RevokeAsync();
        var secret = CalendarFeed.NewSecret();
        await feeds.InsertAsync(new CalendarFeed(GuidGenerator.Create(), CurrentUser.GetId(), secret, CurrentTenant.Id));
        return CalendarFeedDoor.KeyOf(CurrentTenant.Id, secret);
    }

    public virtual async Task RevokeAsync()
    {
        var me = CurrentUser.Id;
        await feeds.DeleteAsync(feed => feed.UserId == me);
    }
}
