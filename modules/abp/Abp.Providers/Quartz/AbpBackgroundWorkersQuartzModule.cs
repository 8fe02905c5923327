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

/// <summary>Runs periodic workers as Quartz's jobs, so that nodes with one store share each round; any other worker works on every node.</summary>
[DisableConventionalRegistration]
internal sealed class QuartzBackgroundWorkerManager(ISchedulerFactory schedulers) : BackgroundWorkerManager
{
    private readonly ConcurrentDictionary<string, AsyncPeriodicBackgroundWorkerBase> _workers = new();
    private IScheduler? _scheduler;

    public AsyncPeriodicBackgroundWorkerBase? Find(string key) => _workers.GetValueOrDefault(key);

    public override async Task AddAsync(IBackgroundWorker worker, CancellationToken cancellationToken = default)
    {
        if (worker is not AsyncPeriodicBackgroundWorkerBase periodic)
        {
            await base.AddAsync(worker, cancellationToken);
            return;
        }
        var key = ProxyHelper.GetUnProxiedType(worker).FullName!;
        _workers[key] = periodic;
        if (_scheduler is not null)
        {
            await ServeAsync(_scheduler, cancellationToken);
            await ScheduleAsync(_scheduler, key, periodic, cancellationToken);
        }
    }

    public override async Task StartAsync(CancellationToken cancellationToken = default)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await ServeAsync(scheduler, cancellationToken);
        await scheduler.Start(cancellationToken);
        _scheduler = scheduler;
        foreach (var (key, worker) in _workers) { await ScheduleAsync(scheduler, key, worker, cancellationToken); }
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Waits for rounds that are under way.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (_scheduler is { } scheduler)
        {
            _scheduler = null;
            await scheduler.Standby(cancellationToken);
            foreach (var worker in _workers.Values) { await worker.StopAsync(cancellationToken); }
            await scheduler.Shutdown(true, cancellationToken);
        }
        await base.StopAsync(cancellationToken);
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
