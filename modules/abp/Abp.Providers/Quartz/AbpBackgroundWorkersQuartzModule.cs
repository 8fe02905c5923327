using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Quartz;
using Volo.Abp.DependencyInjection;
using Volo.Abp.DynamicProxy;
using Volo.Abp.Modularity;
using Volo.Abp.Quartz;

namespace Volo.Abp.BackgroundWorkers.Quartz;

[DependsOn(typeof(AbpBackgroundWorkersModule), typeof(AbpQuartzModule))]
public class AbpBackgroundWorkersQuartzModule : AbpModule
{
    // By hand, since an application may use another module of this assembly only.
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddSingleton<QuartzBackgroundWorkerManager>();
        context.Services.Replace(ServiceDescriptor.Singleton<IBackgroundWorkerManager>(services => services.GetRequiredService<QuartzBackgroundWorkerManager>()));
        context.Services.AddTransient<WorkerJob>();
    }
}

/// <summary>
/// Runs periodic workers as Quartz's jobs, so that nodes with one store share each round; any other worker works on every node.
/// The schedule starts beside the application, which does not wait for it, and is tried again while its store does not answer.
/// </summary>
[DisableConventionalRegistration]
internal sealed class QuartzBackgroundWorkerManager(ISchedulerFactory schedulers, ILogger<QuartzBackgroundWorkerManager> logger) : BackgroundWorkerManager
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, AsyncPeriodicBackgroundWorkerBase> _workers = new();
    private readonly HashSet<string> _scheduled = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _turn = new();
    private IScheduler? _scheduler;
    private Task? _scheduling;

    public AsyncPeriodicBackgroundWorkerBase? Find(string key) => _workers.GetValueOrDefault(key);

    public override async Task AddAsync(IBackgroundWorker worker, CancellationToken cancellationToken = default)
    {
        if (worker is not AsyncPeriodicBackgroundWorkerBase periodic)
        {
            await base.AddAsync(worker, cancellationToken);
            return;
        }
        lock (_turn)
        {
            _workers[ProxyHelper.GetUnProxiedType(worker).FullName!] = periodic;
            if (_scheduling is not null) { Schedule(); }
        }
    }

    public override async Task StartAsync(CancellationToken cancellationToken = default)
    {
        lock (_turn) { Schedule(); }
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Waits for rounds that are under way.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await _stopping.CancelAsync();
        await (_scheduling ?? Task.CompletedTask);
        if (_scheduler is { } scheduler)
        {
            _scheduler = null;
            await scheduler.Standby(cancellationToken);
            foreach (var worker in _workers.Values) { await worker.StopAsync(cancellationToken); }
            await scheduler.Shutdown(true, cancellationToken);
        }
        await base.StopAsync(cancellationToken);
    }

    /// <summary>One after the other: the limits that are set last must know all workers.</summary>
    private void Schedule() => _scheduling = (_scheduling ?? Task.CompletedTask).ContinueWith(_ => ScheduleAllAsync(_stopping.Token), TaskScheduler.Default).Unwrap();

    private async Task ScheduleAllAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                _scheduler ??= await schedulers.GetScheduler(stopping);
                await ServeAsync(_scheduler, stopping);
                if (_scheduled.Count == 0) { await _scheduler.Start(stopping); }
                foreach (var (key, worker) in _workers.Where(added => !_scheduled.Contains(added.Key)))
                {
                    await ScheduleAsync(_scheduler, key, worker, stopping);
                    _scheduled.Add(key);
                }
                return;
            }
            catch (Exception) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                logger.LogError(exception, "The schedule of the background workers could not be started; it is tried again.");
                await Task.Delay(Pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>
    /// A node that has not a worker leaves its rounds to those that have it. Its own are without a limit: one at a time is the job's
    /// rule, and a round that ends still holds its place when the next is looked for, which then waits for the scheduler's idle time.
    /// </summary>
    private ValueTask ServeAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        var limits = ExecutionLimitsBuilder.Create().ForOtherGroups(0);
        foreach (var key in _workers.Keys) { limits.Unlimited(key); }
        return scheduler.SetExecutionLimits(limits.Build(), cancellationToken);
    }

    /// <summary>A round that another node has already set stays as it is.</summary>
    private static async Task ScheduleAsync(IScheduler scheduler, string key, AsyncPeriodicBackgroundWorkerBase worker, CancellationToken cancellationToken)
    {
        var period = worker.Period;
        var job = JobBuilder.Create<WorkerJob>().WithIdentity(key).StoreDurably().DisallowConcurrentExecution().Build();
        var trigger = TriggerBuilder.Create().WithIdentity(key).ForJob(job).WithExecutionGroup(key)
            .StartAt(DateTimeOffset.UtcNow + (worker.RunsOnStart ? TimeSpan.Zero : period))
            .WithSimpleSchedule(rounds => rounds.WithInterval(period).RepeatForever().MeasureIntervalFromCompletion(true)).Build();
        await scheduler.AddJob(job, AddJobOptions.Replacing, cancellationToken);
        var standing = await scheduler.GetTrigger(trigger.Key, cancellationToken) as ISimpleTrigger;
        await scheduler.ScheduleTrigger(trigger, standing is null || standing.RepeatInterval == period ? TriggerConflict.Keep : TriggerConflict.Replace, cancellationToken);
    }
}

/// <summary>One round of the worker whose class the job is named after.</summary>
internal sealed class WorkerJob(QuartzBackgroundWorkerManager workers, ILogger<WorkerJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (workers.Find(context.JobDetail.Key.Name) is { } worker)
        {
            await worker.RunAsync();
        }
        else
        {
            logger.LogWarning("The background worker {Worker} is not on this node.", context.JobDetail.Key.Name);
        }
    }
}
