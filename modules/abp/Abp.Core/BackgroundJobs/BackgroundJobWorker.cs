using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.DependencyInjection;
using Volo.Abp.DistributedLocking;
using Volo.Abp.Threading;
using Volo.Abp.Timing;

namespace Volo.Abp.BackgroundJobs;

public class AbpBackgroundJobWorkerOptions
{
    /// <summary>Keeps the jobs of applications apart that share one table.</summary>
    public string? ApplicationName { get; set; }

    /// <summary>In milliseconds.</summary>
    public int JobPollPeriod { get; set; } = 5000;
    public int MaxJobFetchCount { get; set; } = 1000;

    /// <summary>Seconds until the first try again.</summary>
    public int DefaultFirstWaitDuration { get; set; } = 60;

    /// <summary>Seconds since its creation after which a failing job is given up.</summary>
    public int DefaultTimeout { get; set; } = 172800;

    /// <summary>What each wait is multiplied by to give the next.</summary>
    public double DefaultWaitFactor { get; set; } = 2.0;
    public string DistributedLockName { get; set; } = "AbpBackgroundJobWorker";
}

public interface IBackgroundJobWorker : IBackgroundWorker;

/// <summary>Executes what is due, one job after another; one that fails waits ever longer and is given up at last.</summary>
[ExposeServices(typeof(IBackgroundJobWorker))]
internal class BackgroundJobWorker : AsyncPeriodicBackgroundWorkerBase, IBackgroundJobWorker
{
    private readonly AbpBackgroundJobOptions jobs;
    private readonly AbpBackgroundJobWorkerOptions options;
    private readonly IAbpDistributedLock distributedLock;

    public BackgroundJobWorker(
        AbpAsyncTimer timer, IOptions<AbpBackgroundJobOptions> jobs, IOptions<AbpBackgroundJobWorkerOptions> options,
        IServiceScopeFactory scopes, IAbpDistributedLock distributedLock) : base(timer, scopes)
    {
        this.jobs = jobs.Value;
        this.options = options.Value;
        this.distributedLock = distributedLock;
        Timer.Period = this.options.JobPollPeriod;
    }

    protected override async Task DoWorkAsync(PeriodicBackgroundWorkerContext workerContext)
    {
        await using var handle = await distributedLock.TryAcquireAsync(options.DistributedLockName, cancellationToken: StoppingToken);
        if (handle is null)
        {
            return;
        }

        var store = workerContext.ServiceProvider.GetRequiredService<IBackgroundJobStore>();
        foreach (var job in await store.GetWaitingJobsAsync(options.ApplicationName, options.MaxJobFetchCount))
        {
            if (StoppingToken.IsCancellationRequested)
            {
                return;
            }

            // A round may be long: what was done, given up or begun elsewhere since it was read is left alone.
            if (await store.FindAsync(job.Id) is not { IsAbandoned: false } now || now.TryCount != job.TryCount)
            {
                continue;
            }

            await TryAsync(job, store, workerContext.ServiceProvider.GetRequiredService<IClock>());
        }
    }

    private async Task TryAsync(BackgroundJobInfo job, IBackgroundJobStore store, IClock clock)
    {
        try
        {
            await ExecuteAsync(job);
            await store.DeleteAsync(job.Id);
        }
        catch (BackgroundJobExecutionException) when (StoppingToken.IsCancellationRequested)
        {
            Logger.LogInformation("Background job {Job} was stopped with the application and will be tried again.", job.Id);
        }
        catch (BackgroundJobExecutionException)
        {
            CountFailure(job, clock.Now);
            await store.UpdateAsync(job);
        }
        catch (Exception exception)
        {
            Logger.LogError(exception, "Background job {Job} ({Name}) cannot be executed and is given up.", job.Id, job.JobName);
            CountFailure(job, clock.Now);
            job.IsAbandoned = true;
            await store.UpdateAsync(job);
        }
    }

    private async Task ExecuteAsync(BackgroundJobInfo job)
    {
        await using var scope = ServiceScopeFactory.CreateAsyncScope();
        var configuration = jobs.GetJob(job.JobName);
        var args = scope.ServiceProvider.GetRequiredService<IBackgroundJobSerializer>().Deserialize(job.JobArgs, configuration.ArgsType);
        await scope.ServiceProvider.GetRequiredService<IBackgroundJobExecuter>()
            .ExecuteAsync(new JobExecutionContext(scope.ServiceProvider, configuration.JobType, args, StoppingToken));
    }

    private void CountFailure(BackgroundJobInfo job, DateTime now)
    {
        job.TryCount++;
        job.LastTryTime = now;
        var next = now.AddSeconds(options.DefaultFirstWaitDuration * Math.Pow(options.DefaultWaitFactor, job.TryCount - 1));
        if (next - job.CreationTime > TimeSpan.FromSeconds(options.DefaultTimeout))
        {
            job.IsAbandoned = true;
        }
        else
        {
            job.NextTryTime = next;
        }
    }
}
