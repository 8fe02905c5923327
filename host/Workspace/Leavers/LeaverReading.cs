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
public class UnusualReadObserver(LeaverReading reading, LeaverStatus leavers) : IReadObserver, ITransientDependency
{
    public virtual async Task ObserveAsync(IReadOnlyList<ReadRecord> reads)
    {
        var users = reads.Where(read => read.UserId is not null).Select(read => read.UserId!.Value).Distinct().ToList();
        if (users.Count == 0) { return; }
        var (bound, leaverBound) = (await reading.BoundAsync(LeaverSettings.Alarm), await reading.BoundAsync(LeaverSettings.LeaverAlarm));
        foreach (var (userId, rows) in await reading.CountAsync(users))
        {
            if (rows >= bound || (rows >= leaverBound && await leavers.IsUnderNoticeAsync(userId)))
            {
                await reading.ReportAsync(userId, rows, wasStopped: false);
            }
        }
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
