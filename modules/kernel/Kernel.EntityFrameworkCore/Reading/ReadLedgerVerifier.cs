using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace Kernel.Reading;

/// <param name="Gaps">Nodes that were killed: up to a second of views may be missing after the time given. No tampering.</param>
public record ReadVerification(int Days, long Rows, IReadOnlyList<ReadFault> Faults, IReadOnlyList<ReadGap> Gaps)
{
    public bool IsSound => Faults.Count == 0;
}

/// <param name="Sequence">The row within the day; null for the day as a whole.</param>
public record ReadFault(ReadFaultKind Kind, DateOnly Day, long? Sequence = null);

public enum ReadFaultKind
{
    /// <summary>The row, or the hash of the one before it, is not what was written.</summary>
    RowChanged = 1,
    RowRemoved = 2,
    RowInserted = 3,

    /// <summary>The day's own row was changed, or it was sealed with another key.</summary>
    DayChanged = 4,

    /// <summary>There was a day before this one that is gone.</summary>
    DayBeforeRemoved = 5,

    /// <summary>There was a day after this one that is gone.</summary>
    DayAfterRemoved = 6,

    /// <summary>There are rows, but the day's own row is gone.</summary>
    DayRemoved = 7
}

public record ReadGap(string Node, DateTime StartedAt, DateTime LastSeenAt);

/// <summary>Computes a tenant's chain again and says where it differs.</summary>
public class ReadLedgerVerifier(
    IDbContextProvider<IKernelDbContext> contexts, IUnitOfWorkManager unitsOfWork, ICurrentTenant currentTenant, IClock clock,
    IOptions<ReadLedgerOptions> options) : ITransientDependency
{
    private const int PageSize = 1000;

    /// <summary>Of the current tenant, while the ledger goes on being written.</summary>
    public virtual async Task<ReadVerification> VerifyAsync(DateOnly? from = null, DateOnly? to = null)
    {
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true);
        var context = await contexts.GetDbContextAsync();
        var days = await context.ReadDays.AsNoTracking().OrderBy(x => x.Day).ToListAsync();
        var faults = new List<ReadFault>();
        faults.AddRange(await DaysWithoutHeadAsync(context, days));
        var (checkedDays, rows) = (0, 0L);
        for (var i = 0; i < days.Count; i++)
        {
            if (days[i].Day < from || days[i].Day > to) { continue; }
            CheckPlace(days, i, faults);
            rows += await CheckDayAsync(context, days[i], faults);
            checkedDays++;
        }
        var inRange = faults.Where(fault => !(fault.Day < from) && !(fault.Day > to)).OrderBy(fault => fault.Day).ThenBy(fault => fault.Sequence).ToList();
        var gaps = await GapsAsync();
        await unitOfWork.CompleteAsync();
        return new ReadVerification(checkedDays, rows, inRange, gaps);
    }

    private static async Task<IEnumerable<ReadFault>> DaysWithoutHeadAsync(IKernelDbContext context, List<ReadDay> days)
    {
        var known = days.Select(day => day.Day).ToHashSet();
        var written = await context.ReadRecords.Select(read => read.Day).Distinct().ToListAsync();
        var missing = written.Where(day => !known.Contains(day)).ToList();
        if (missing.Count > 0)
        {
            // A day may have been opened since the heads were read.
            var opened = await context.ReadDays.Where(x => missing.Contains(x.Day)).Select(x => x.Day).ToListAsync();
            missing.RemoveAll(opened.Contains);
        }
        return missing.Select(day => new ReadFault(ReadFaultKind.DayRemoved, day));
    }

    private static void CheckPlace(List<ReadDay> days, int i, List<ReadFault> faults)
    {
        var before = i == 0 ? ReadDay.Genesis : days[i - 1].Head;
        if (!days[i].Opening.AsSpan().SequenceEqual(before)) { faults.Add(new ReadFault(ReadFaultKind.DayBeforeRemoved, days[i].Day)); }
        if (i == days.Count - 1 && days[i].IsClosed) { faults.Add(new ReadFault(ReadFaultKind.DayAfterRemoved, days[i].Day)); }
        if (i < days.Count - 1 && !days[i].IsClosed) { faults.Add(new ReadFault(ReadFaultKind.DayChanged, days[i].Day)); }
    }

    private async Task<long> CheckDayAsync(IKernelDbContext context, ReadDay day, List<ReadFault> faults)
    {
        var found = new List<ReadFault>();
        var (last, head, count) = (0L, day.Opening, 0L);
        while (true)
        {
            var page = await context.ReadRecords.AsNoTracking().Where(read => read.Day == day.Day && read.Sequence > last)
                .OrderBy(read => read.Sequence).Take(PageSize).ToListAsync();
            foreach (var read in page)
            {
                if (read.Sequence > day.Rows) { day = await context.ReadDays.AsNoTracking().SingleOrDefaultAsync(x => x.Id == day.Id) ?? day; } // the ledger went on
                for (var missing = last + 1; missing < read.Sequence && missing <= day.Rows; missing++) { found.Add(new ReadFault(ReadFaultKind.RowRemoved, day.Day, missing)); }
                var followsItsPredecessor = read.Sequence == last + 1;
                if (read.Sequence > day.Rows)
                {
                    found.Add(new ReadFault(ReadFaultKind.RowInserted, day.Day, read.Sequence));
                }
                else if (followsItsPredecessor && !read.Hash.AsSpan().SequenceEqual(read.HashAfter(head)))
                {
                    found.Add(new ReadFault(ReadFaultKind.RowChanged, day.Day, read.Sequence));
                }
                if (read.Sequence <= day.Rows) { head = read.Hash; }
                (last, count) = (read.Sequence, count + 1);
            }
            if (page.Count < PageSize) { break; }
        }
        for (var missing = last + 1; missing <= day.Rows; missing++) { found.Add(new ReadFault(ReadFaultKind.RowRemoved, day.Day, missing)); }
        var isWhole = last >= day.Rows;
        if (!day.IsSealedBy(options.Value.Key) || (isWhole && found.Count == 0 && !head.AsSpan().SequenceEqual(day.Head)))
        {
            found.Add(new ReadFault(ReadFaultKind.DayChanged, day.Day));
        }
        faults.AddRange(found);
        return count;
    }

    private async Task<List<ReadGap>> GapsAsync()
    {
        using var change = currentTenant.Change(null); // nodes serve all tenants
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true);
        var silentSince = clock.Now - ReadSession.Silence;
        var context = await contexts.GetDbContextAsync();
        var gaps = await context.ReadSessions.Where(x => x.EndedAt == null && x.SeenAt < silentSince).OrderBy(x => x.StartedAt)
            .Select(x => new ReadGap(x.Node, x.StartedAt, x.SeenAt)).ToListAsync();
        await unitOfWork.CompleteAsync();
        return gaps;
    }
}
