using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Threading;

namespace Volo.Abp.BackgroundWorkers;

/// <summary>Works beside the requests from the start of the application to its end.</summary>
public interface IBackgroundWorker : IRunnable, ISingletonDependency;

public abstract class BackgroundWorkerBase : IBackgroundWorker
{
    public IAbpLazyServiceProvider LazyServiceProvider { get; set; } = default!;
    public IServiceProvider ServiceProvider { get; set; } = default!;

    protected ILoggerFactory LoggerFactory => LazyServiceProvider.LazyGetRequiredService<ILoggerFactory>();
    protected ILogger Logger => LazyServiceProvider.LazyGetService<ILogger>(_ => LoggerFactory?.CreateLogger(GetType().FullName!) ?? NullLogger.Instance);
    protected CancellationTokenSource StoppingTokenSource { get; set; }
    protected CancellationToken StoppingToken { get; set; }

    public BackgroundWorkerBase()
    {
        StoppingTokenSource = new CancellationTokenSource();
        StoppingToken = StoppingTokenSource.Token;
    }

    public virtual Task StartAsync(CancellationToken cancellationToken = default)
    {
        Logger.LogDebug("Started background worker: {Worker}", ToString());
        return Task.CompletedTask;
    }

    public virtual Task StopAsync(CancellationToken cancellationToken = default)
    {
        Logger.LogDebug("Stopped background worker: {Worker}", ToString());
        StoppingTokenSource.Cancel();
        StoppingTokenSource.Dispose();
        return Task.CompletedTask;
    }

    public override string ToString() => GetType().FullName!;
}

/// <param name="serviceProvider">A fresh scope, without a unit of work.</param>
public class PeriodicBackgroundWorkerContext(IServiceProvider serviceProvider, CancellationToken cancellationToken)
{
    public IServiceProvider ServiceProvider { get; } = serviceProvider;
    public CancellationToken CancellationToken { get; } = cancellationToken;

    public PeriodicBackgroundWorkerContext(IServiceProvider serviceProvider) : this(serviceProvider, default)
    {
    }
}

/// <summary>Set <c>Timer.Period</c> in the constructor. An exception is logged and the next round comes.</summary>
public abstract class AsyncPeriodicBackgroundWorkerBase : BackgroundWorkerBase
{
    protected IServiceScopeFactory ServiceScopeFactory { get; }
    protected AbpAsyncTimer Timer { get; }
    protected CancellationToken StartCancellationToken { get; set; }

    protected AsyncPeriodicBackgroundWorkerBase(AbpAsyncTimer timer, IServiceScopeFactory serviceScopeFactory)
    {
        ServiceScopeFactory = serviceScopeFactory;
        Timer = timer;
        Timer.Elapsed = _ => RunAsync();
    }

    protected abstract Task DoWorkAsync(PeriodicBackgroundWorkerContext workerContext);

    public override async Task StartAsync(CancellationToken cancellationToken = default)
    {
        StartCancellationToken = cancellationToken;
        await base.StartAsync(cancellationToken);
        Timer.Start(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await StoppingTokenSource.CancelAsync();
        Timer.Stop(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    internal TimeSpan Period => TimeSpan.FromMilliseconds(Timer.Period);
    internal bool RunsOnStart => Timer.RunOnStart;

    /// <summary>One round.</summary>
    internal async Task RunAsync()
    {
        await using var scope = ServiceScopeFactory.CreateAsyncScope();
        try
        {
            await DoWorkAsync(new PeriodicBackgroundWorkerContext(scope.ServiceProvider, StoppingToken));
        }
        catch (OperationCanceledException) when (StoppingToken.IsCancellationRequested)
        {
            Logger.LogDebug("Background worker {Worker} was stopped in the middle of its work.", ToString());
        }
        catch (Exception exception)
        {
            Logger.LogError(exception, "Background worker {Worker} failed in this round.", ToString());
        }
    }
}
