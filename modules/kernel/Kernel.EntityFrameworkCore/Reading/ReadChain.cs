using Microsoft.Extensions.DependencyInjection;
using System.Data.Common;
using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace Kernel.Reading;

/// <summary>Appends reads to a tenant's chain. The row of the open day is locked first, so that nodes take turns.</summary>
public class ReadChain(
    IDbContextProvider<IKernelDbContext> contexts, IUnitOfWorkManager unitsOfWork, ICurrentTenant currentTenant, IClock clock, IGuidGenerator guids,
    IOptions<ReadLedgerOptions> options, IServiceProvider services) : ITransientDependency
{
    private const int Attempts = 10;

    /// <summary>
    /// Committed when it returns; except that on a database with a single writer (SQLite), within a transaction, it is committed
    /// with that: a transaction of its own would wait for the one it interrupts.
    /// </summary>
    /// <param name="reads">Of one tenant, in the order in which they shall stand.</param>
    public virtual async Task CommitAsync(Guid? tenantId, IReadOnlyList<ReadRecord> reads)
    {
        using var change = currentTenant.Change(tenantId);
        if (await IsWithinTheOnlyWriterAsync())
        {
            await AppendAsync(reads);
            return;
        }
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: true);
                await AppendAsync(reads);
                await unitOfWork.CompleteAsync();
                break;
            }
            catch (Exception exception) when (attempt < Attempts && IsRace(exception))
            {
                await Task.Delay(Random.Shared.Next(10 * attempt));
            }
        }
        foreach (var observer in services.GetServices<IReadObserver>()) { await observer.ObserveAsync(reads); }
    }

    private async Task<bool> IsWithinTheOnlyWriterAsync() =>
        unitsOfWork.Current is { Options.IsTransactional: true }
        && (await contexts.GetDbContextAsync()).Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) == true;

    private static bool IsRace(Exception exception) => exception is DbUpdateException or DayClosedException or DbException { IsTransient: true };

    private async Task AppendAsync(IReadOnlyList<ReadRecord> reads)
    {
        var context = await contexts.GetDbContextAsync();
        var day = await ClaimAsync(context, await OpenDayAsync(context), reads.Count);
        var (sequence, head) = (day.Rows - reads.Count, day.Head);
        foreach (var read in reads)
        {
            read.Link(day.Day, ++sequence, head);
            head = read.Hash;
        }
        context.ReadRecords.AddRange(reads);
        await context.SaveChangesAsync();
        foreach (var read in reads) { context.Entry(read).State = EntityState.Detached; }
        day.Advance(head, options.Value.Key);
        await context.ReadDays.Where(x => x.Id == day.Id)
            .ExecuteUpdateAsync(update => update.SetProperty(x => x.Head, day.Head).SetProperty(x => x.Seal, day.Seal));
    }

    /// <summary>The newest day. A node whose clock is behind goes on in the day that another has opened.</summary>
    private async Task<ReadDay> OpenDayAsync(IKernelDbContext context)
    {
        var today = DateOnly.FromDateTime(clock.Now);
        var newest = await context.ReadDays.AsNoTracking().OrderByDescending(x => x.Day).FirstOrDefaultAsync();
        if (newest?.Day >= today) { return newest; }
        if (newest is not null) { newest = await CloseAsync(context, newest); }
        var opened = new ReadDay(guids.Create(), today, newest?.Head ?? ReadDay.Genesis, currentTenant.Id);
        opened.Advance(opened.Head, options.Value.Key);
        context.ReadDays.Add(opened);
        await context.SaveChangesAsync(); // refused when another node has just opened it
        context.Entry(opened).State = EntityState.Detached;
        return opened;
    }

    private async Task<ReadDay> CloseAsync(IKernelDbContext context, ReadDay day)
    {
        day = await ClaimAsync(context, day, 0);
        day.Close(options.Value.Key);
        await context.ReadDays.Where(x => x.Id == day.Id)
            .ExecuteUpdateAsync(update => update.SetProperty(x => x.IsClosed, true).SetProperty(x => x.Seal, day.Seal));
        return day;
    }

    /// <summary>Locks the day's row until the transaction ends, and reads what it holds then.</summary>
    private static async Task<ReadDay> ClaimAsync(IKernelDbContext context, ReadDay day, int rows)
    {
        var claimed = await context.ReadDays.Where(x => x.Id == day.Id && !x.IsClosed)
            .ExecuteUpdateAsync(update => update.SetProperty(x => x.Rows, x => x.Rows + rows));
        if (claimed == 0) { throw new DayClosedException(); }
        return await context.ReadDays.AsNoTracking().SingleAsync(x => x.Id == day.Id);
    }

    /// <summary>Another node opened the next day in between.</summary>
    private sealed class DayClosedException() : Exception("The ledger's day was closed by another node.");
}
