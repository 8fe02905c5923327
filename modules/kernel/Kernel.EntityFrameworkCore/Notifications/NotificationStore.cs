using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Distributed;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Linq;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;
using Volo.Abp.Users;

namespace Kernel.Notifications;

/// <summary>
/// Notifications in one table. How many a user has not read stands on every page, so it is remembered for a minute, and forgotten on
/// all nodes when he is told something or reads.
/// </summary>
[ExposeServices(typeof(INotifications), typeof(IUserNotifications))]
public class NotificationStore(
    IRepository<Notification, Guid> notifications, IAsyncQueryableExecuter executer, IDistributedCache cache, IUnitOfWorkManager unitsOfWork, ICurrentUser user,
    ICurrentTenant tenant, IGuidGenerator guids, IClock clock) : INotifications, IUserNotifications, ITransientDependency
{
    private const int PageSize = 30;
    private static readonly DistributedCacheEntryOptions Remembered = new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1) };

    public virtual async Task RaiseAsync(IReadOnlyCollection<Notice> notices)
    {
        await notifications.InsertManyAsync([.. notices.Select(notice => new Notification(guids.Create(), notice, clock.Now, tenant.Id))]);
        foreach (var told in notices.Select(notice => notice.UserId).Distinct())
        {
            Forget(told);
        }
    }

    public virtual async Task<int> CountUnreadAsync()
    {
        if (user.Id is not { } me)
        {
            return 0;
        }
        if (await cache.GetAsync(Key(me)) is [var known])
        {
            return known;
        }
        var count = await executer.CountAsync((await notifications.GetQueryableAsync()).Where(one => one.UserId == me && one.ReadAt == null).Take(IUserNotifications.MaxCount));
        await cache.SetAsync(Key(me), [(byte)count], Remembered);
        return count;
    }

    public virtual async Task<NotificationPage> GetListAsync(NotificationPlace? after = null)
    {
        var mine = await MineAsync();
        if (after is not null)
        {
            mine = mine.Where(one => one.RaisedAt < after.RaisedAt || (one.RaisedAt == after.RaisedAt && one.Id.CompareTo(after.Id) < 0));
        }
        var rows = await executer.ToListAsync(mine.OrderByDescending(one => one.RaisedAt).ThenByDescending(one => one.Id).Take(PageSize + 1)
            .Select(one => new { one.Id, one.Resource, one.TextKey, one.Args, one.Url, one.RaisedAt, one.ReadAt }));
        var shown = rows.Take(PageSize).Select(one => new NotificationRow(
            one.Id, one.Resource, one.TextKey, Notification.ReadArgs(one.Args), one.Url, one.RaisedAt, one.ReadAt is not null)).ToList();
        return new NotificationPage(shown, rows.Count > PageSize ? new NotificationPlace(shown[^1].RaisedAt, shown[^1].Id) : null);
    }

    public virtual async Task<string?> ReadAsync(Guid id)
    {
        if (await executer.FirstOrDefaultAsync((await MineAsync()).Where(one => one.Id == id)) is not { } found)
        {
            return null;
        }
        found.Read(clock.Now);
        Forget(found.UserId);
        return found.Url;
    }

    public virtual async Task ReadAllAsync()
    {
        DateTime? now = clock.Now;
        await (await MineAsync()).Where(one => one.ReadAt == null).ExecuteUpdateAsync(update => update.SetProperty(one => one.ReadAt, now));
        Forget(user.GetId());
    }

    private async Task<IQueryable<Notification>> MineAsync()
    {
        var me = user.GetId();
        return (await notifications.GetQueryableAsync()).Where(one => one.UserId == me);
    }

    /// <summary>Once it is committed: until then it is as it was.</summary>
    private void Forget(Guid userId)
    {
        var key = Key(userId);
        unitsOfWork.Current!.OnCompleted(() => cache.RemoveAsync(key));
    }

    private string Key(Guid userId) => $"Kernel.Notifications.Unread:{tenant.Id}:{userId}";
}
