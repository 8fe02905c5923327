using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace Kernel.Reading;

/// <summary>The one writer of this node: takes what was read to the ledger twice a second, and the rest at the node's end.</summary>
public class ReadLedgerWriter(
    ReadQueue queue, ReadChain chain, IDbContextProvider<IKernelDbContext> contexts, IUnitOfWorkManager unitsOfWork, ICurrentTenant currentTenant,
    IClock clock, IGuidGenerator guids, ILogger<ReadLedgerWriter> logger) : BackgroundWorkerBase
{
    private const int MaxBatch = 2000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly List<ReadRecord> _taken = []; // and not yet committed
    private Task _work = Task.CompletedTask;
    private Guid? _session;
    private DateTime _seenAt;

    public override async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await base.StartAsync(cancellationToken);
        _work = Task.Run(WorkAsync, CancellationToken.None);
    }

    public override async Task StopAsync(CancellationToken cancellationToken = default)
    {
        queue.Close();
        await StoppingTokenSource.CancelAsync();
        await _work;
        await FlushAsync();
        await EndSessionAsync();
        await base.StopAsync(cancellationToken);
    }

    private async Task WorkAsync()
    {
        while (!StoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await IsThereWorkAsync())
                {
                    await SeenAsync(); // first, so that a kill within the pause is noticed
                    await Task.Delay(Pause, StoppingToken);
                    await FlushAsync();
                }
                else if (_session is not null)
                {
                    await SeenAsync();
                }
            }
            catch (OperationCanceledException) when (StoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                logger.LogError(exception, "Reads could not be written to the ledger; they are kept and tried again.");
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }

    /// <returns>False after a while without any.</returns>
    private async Task<bool> IsThereWorkAsync()
    {
        if (_taken.Count > 0) { return true; }
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(StoppingToken);
        patience.CancelAfter(ReadSession.Heartbeat);
        try
        {
            return await queue.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!StoppingToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Writes all that is waiting.</summary>
    public virtual async Task FlushAsync()
    {
        do
        {
            while (_taken.Count < MaxBatch && queue.TryTake(out var read)) { _taken.Add(read!); }
            foreach (var tenant in _taken.GroupBy(read => read.TenantId).ToList())
            {
                await chain.CommitAsync(tenant.Key, [.. tenant]);
                _taken.RemoveAll(read => read.TenantId == tenant.Key);
            }
        }
        while (!queue.IsEmpty);
    }

    private async Task SeenAsync()
    {
        var now = clock.Now;
        if (_session is null)
        {
            var session = new ReadSession(guids.Create(), Environment.MachineName, now);
            await WithContextAsync(context => { context.ReadSessions.Add(session); return Task.CompletedTask; });
            _session = session.Id;
        }
        else if (now - _seenAt >= ReadSession.Heartbeat)
        {
            await WithContextAsync(context => context.ReadSessions.Where(x => x.Id == _session)
                .ExecuteUpdateAsync(update => update.SetProperty(x => x.SeenAt, now)));
        }
        else
        {
            return;
        }
        _seenAt = now;
    }

    private Task EndSessionAsync()
    {
        var now = clock.Now;
        return _session is null ? Task.CompletedTask : WithContextAsync(context => context.ReadSessions.Where(x => x.Id == _session)
            .ExecuteUpdateAsync(update => update.SetProperty(x => x.SeenAt, now).SetProperty(x => x.EndedAt, now)));
    }

    private async Task WithContextAsync(Func<IKernelDbContext, Task> act)
    {
        using var change = currentTenant.Change(null);
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: true);
        await act(await contexts.GetDbContextAsync());
        await unitOfWork.CompleteAsync();
    }
}
