using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace Kernel.Numbering;

/// <summary>One atomic UPDATE locks the series' row until the caller commits; then the number is read.</summary>
public class Numbering(
    IDbContextProvider<IKernelDbContext> contexts, IUnitOfWorkManager unitsOfWork, ICurrentTenant currentTenant, IGuidGenerator guids)
    : INumbering, ITransientDependency
{
    public virtual Task<long> NextAsync(string series, int year = 0) => ReserveAsync(series, year, 1);

    public virtual async Task<long> ReserveAsync(string series, int year, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var sequence = await LockAsync(series, year, count);
        return sequence is null ? 1 : await sequence.Select(x => x.Last).SingleAsync() - count + 1;
    }

    public virtual Task HoldAsync(string series, int year = 0) => LockAsync(series, year, count: 0);

    /// <returns>Null when the series begins here.</returns>
    private async Task<IQueryable<NumberSequence>?> LockAsync(string series, int year, int count)
    {
        Check.NotNullOrWhiteSpace(series, nameof(series), NumberSequence.MaxSeriesLength);
        if (unitsOfWork.Current is not { Options.IsTransactional: true })
        {
            throw new AbpException($"A number of the series '{series}' can be given only in a transactional unit of work, else a failure would leave a gap.");
        }
        var context = await contexts.GetDbContextAsync();
        var sequence = context.NumberSequences.Where(x => x.Series == series && x.Year == year);
        return !await AdvanceAsync(sequence, count) && await TryBeginAsync(context, series, year, count) ? null : sequence;
    }

    private static async Task<bool> AdvanceAsync(IQueryable<NumberSequence> sequence, int count) =>
        await sequence.ExecuteUpdateAsync(update => update.SetProperty(x => x.Last, x => x.Last + count)) == 1;

    /// <returns>False when another transaction began the series a moment before, and this one now stands behind it.</returns>
    private async Task<bool> TryBeginAsync(IKernelDbContext context, string series, int year, int count)
    {
        var begun = context.NumberSequences.Add(new NumberSequence(guids.Create(), series, year, count, currentTenant.Id));
        try
        {
            await context.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException)
        {
            begun.State = EntityState.Detached;
            if (!await AdvanceAsync(context.NumberSequences.Where(x => x.Series == series && x.Year == year), count))
            {
                throw; // not the race, but some other change of this unit of work
            }
            return false;
        }
        finally
        {
            begun.State = EntityState.Detached; // later numbers go by UPDATE, behind the tracker's back
        }
    }
}
