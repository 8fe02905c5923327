using Volo.Abp.BackgroundJobs;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Threading;
using Volo.Abp.Timing;
using Volo.Abp.Uow;
using Workspace.Data.Jobs;

namespace Workspace.Administration.Jobs;

/// <summary>Forgets jobs that are done after a week and those given up after a month, so that the records do not grow for ever.</summary>
public class JobRetentionWorker : AsyncPeriodicBackgroundWorkerBase
{
    private static readonly TimeSpan KeepDone = TimeSpan.FromDays(7), KeepAbandoned = TimeSpan.FromDays(30);

    public JobRetentionWorker(AbpAsyncTimer timer, IServiceScopeFactory serviceScopeFactory) : base(timer, serviceScopeFactory) =>
        Timer.Period = (int)TimeSpan.FromHours(1).TotalMilliseconds;

    protected override Task DoWorkAsync(PeriodicBackgroundWorkerContext workerContext) => PurgeAsync(workerContext.ServiceProvider);

    public static async Task PurgeAsync(IServiceProvider services)
    {
        var now = services.GetRequiredService<IClock>().Now;
        var (done, abandoned) = (now - KeepDone, now - KeepAbandoned);
        using var unitOfWork = services.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true);
        using var all = services.GetRequiredService<IDataFilter>().Disable<IMultiTenant>();
        await services.GetRequiredService<IRepository<JobRun, Guid>>().DeleteDirectAsync(run =>
            (run.State == JobRunState.Done && run.EndedAt < done) || (run.State == JobRunState.Abandoned && run.EndedAt < abandoned));
        await services.GetRequiredService<IRepository<BackgroundJobRecord, Guid>>().DeleteDirectAsync(job =>
            job.IsAbandoned && (job.LastTryTime ?? job.CreationTime) < abandoned);
        await unitOfWork.CompleteAsync();
    }
}
