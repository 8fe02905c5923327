using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Threading;

public interface IRunnable
{
    Task StartAsync(CancellationToken cancellationToken = default);
    Task StopAsync(CancellationToken cancellationToken = default);
}

/// <summary>Runs <see cref="Elapsed"/> again and again, never twice at once: a period begins when the run before has ended.</summary>
public class AbpAsyncTimer : ITransientDependency
{
    private readonly Timer timer;
    private readonly SemaphoreSlim running = new(1, 1);
    private volatile bool isStarted;

    public Func<AbpAsyncTimer, Task> Elapsed = _ => Task.CompletedTask;

    /// <summary>In milliseconds, from the end of a run to the start of the next.</summary>
    public int Period { get; set; }

    /// <summary>Whether the first run waits for no period.</summary>
    public bool RunOnStart { get; set; }
    public ILogger<AbpAsyncTimer> Logger { get; set; } = NullLogger<AbpAsyncTimer>.Instance;

    public AbpAsyncTimer() => timer = new Timer(_ => _ = RunAsync(), null, Timeout.Infinite, Timeout.Infinite);

    /// <exception cref="AbpException">There is no period.</exception>
    public void Start(CancellationToken cancellationToken = default)
    {
        if (Period <= 0)
        {
            throw new AbpException("Period should be set before starting the timer!");
        }

        isStarted = true;
        timer.Change(RunOnStart ? 0 : Period, Timeout.Infinite);
    }

    /// <summary>Waits for a run that is under way.</summary>
    public void Stop(CancellationToken cancellationToken = default)
    {
        isStarted = false;
        timer.Change(Timeout.Infinite, Timeout.Infinite);
        running.Wait(cancellationToken);
        running.Release();
    }

    private async Task RunAsync()
    {
        await running.WaitAsync();
        try
        {
            if (isStarted)
            {
                await Elapsed(this);
            }
        }
        catch (Exception exception)
        {
            Logger.LogError(exception, "A run of a timer failed; the timer goes on.");
        }
        finally
        {
            running.Release();
            if (isStarted)
            {
                timer.Change(Period, Timeout.Infinite);
            }
        }
    }
}
