using System.Collections.Concurrent;
using System.Globalization;
using Kernel.Reading;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Linq;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;
using Volo.Abp.Timing;
using Volo.Abp.Uow;
using Volo.Abp.Users;

namespace Workspace.Leavers;

/// <summary>How much people have read lately, and the report when it is unusual.</summary>
public class LeaverReading(
    IReadOnlyRepository<ReadRecord, Guid> reads, IRepository<ReadAlarm, Guid> alarms, IAsyncQueryableExecuter executer, ISettingProvider settings,
    IUnitOfWorkManager unitsOfWork, ICurrentTenant currentTenant, IClock clock, IGuidGenerator guids) : ITransientDependency
{
    private static readonly ReadKind[] Counted = [ReadKind.View, ReadKind.List, ReadKind.Search, ReadKind.Export, ReadKind.Print, ReadKind.Reveal];

    /// <summary>Records read by each of these users within the time that the settings name.</summary>
    public virtual async Task<Dictionary<Guid, int>> CountAsync(IReadOnlyCollection<Guid> userIds)
    {
        var since = await SinceAsync();
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true);
        var counts = await executer.ToListAsync((await reads.GetQueryableAsync())
            .Where(read => userIds.Contains(read.UserId!.Value) && read.Time > since && Counted.Contains(read.Kind))
            .GroupBy(read => read.UserId!.Value).Select(user => new { user.Key, Rows = user.Sum(read => read.Rows) }));
        await unitOfWork.CompleteAsync();
        return counts.ToDictionary(user => user.Key, user => user.Rows);
    }

    public async Task<int> BoundAsync(string setting) => int.Parse((await settings.GetOrNullAsync(setting))!, CultureInfo.InvariantCulture);

    /// <summary>Reports once within that time, and once more when reading is stopped.</summary>
    public virtual async Task ReportAsync(Guid userId, int rows, bool wasStopped)
    {
        var since = await SinceAsync();
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: true);
        var isKnown = await executer.AnyAsync((await alarms.GetQueryableAsync())
            .Where(alarm => alarm.UserId == userId && alarm.Time > since && (alarm.WasStopped || !wasStopped)));
        if (!isKnown) { await alarms.InsertAsync(new ReadAlarm(guids.Create(), userId, clock.Now, rows, wasStopped, currentTenant.Id)); }
        await unitOfWork.CompleteAsync();
    }

    private async Task<DateTime> SinceAsync() => clock.Now.AddMinutes(-await BoundAsync(LeaverSettings.WindowMinutes));
}

/// <summary>Watches everybody at a high bound, and users under notice at a low one.</summary>
public class UnusualReadObserver(LeaverReading reading, LeaverStatus leavers, ReadPace pace, ICurrentTenant currentTenant, IClock clock) : IReadObserver, ITransientDependency
{
    public virtual async Task ObserveAsync(IReadOnlyList<ReadRecord> reads)
    {
        var (bound, leaverBound) = (await reading.BoundAsync(LeaverSettings.Alarm), await reading.BoundAsync(LeaverSettings.LeaverAlarm));
        var due = new Dictionary<Guid, int>();
        foreach (var user in reads.Where(read => read.UserId is not null).GroupBy(read => read.UserId!.Value))
        {
            var his = await leavers.IsUnderNoticeAsync(user.Key) ? Math.Min(leaverBound, bound) : bound;
            if (pace.IsDue((currentTenant.Id, user.Key), user.Sum(read => read.Rows), his, clock.Now)) { due.Add(user.Key, his); }
        }
        if (due.Count == 0) { return; }
        foreach (var (userId, rows) in await reading.CountAsync(due.Keys))
        {
            if (rows >= due[userId]) { await reading.ReportAsync(userId, rows, wasStopped: false); }
        }
    }
}

/// <summary>When what somebody read lately is worth counting in the database again: after a tenth of the bound, or a minute for what he reads on other nodes.</summary>
public class ReadPace : ISingletonDependency
{
    private const int Parts = 10;
    private static readonly TimeSpan AtLeast = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(Guid? TenantId, Guid UserId), (int Rows, DateTime CountedAt)> _since = new();

    public bool IsDue((Guid? TenantId, Guid UserId) who, int rows, int bound, DateTime now)
    {
        var (before, countedAt) = _since.GetValueOrDefault(who);
        var isDue = before + rows >= bound / Parts || now - countedAt >= AtLeast;
        _since[who] = isDue ? (0, now) : (before + rows, countedAt);
        return isDue;
    }
}

/// <summary>Stops a user under notice who reads too much. What he reads is in the ledger before he sees it, so the count is exact on all nodes.</summary>
public class LeaverReadGuard(LeaverReading reading, LeaverStatus leavers, ICurrentUser currentUser) : IReadGuard, ITransientDependency
{
    public virtual async Task<bool> CheckAsync()
    {
        if (currentUser.Id is not { } userId || !await leavers.IsUnderNoticeAsync(userId)) { return false; }
        var rows = (await reading.CountAsync([userId])).GetValueOrDefault(userId);
        if (rows >= await reading.BoundAsync(LeaverSettings.LeaverStop))
        {
            await reading.ReportAsync(userId, rows, wasStopped: true);
            throw new BusinessException("Workspace:ReadingStopped");
        }
        return true;
    }
}
