using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Modularity;
using Volo.Abp.Threading;

namespace Volo.Abp.BackgroundWorkers;

public class AbpBackgroundWorkerOptions
{
    public bool IsEnabled { get; set; } = true;
}

/// <summary>Starts and stops all workers with the application; one that is added later starts at once.</summary>
public interface IBackgroundWorkerManager : IRunnable
{
    Task AddAsync(IBackgroundWorker worker, CancellationToken cancellationToken = default);
}

internal class BackgroundWorkerManager : IBackgroundWorkerManager, ISingletonDependency
{
    private readonly List<IBackgroundWorker> workers = [];
    private bool isRunning;

    public virtual async Task AddAsync(IBackgroundWorker worker, CancellationToken cancellationToken = default)
    {
        workers.Add(worker);
        if (isRunning)
        {
            await worker.StartAsync(cancellationToken);
        }
    }

    public virtual async Task StartAsync(CancellationToken cancellationToken = default)
    {
        isRunning = true;
        foreach (var worker in workers)
        {
            await worker.StartAsync(cancellationToken);
        }
    }

    public virtual async Task StopAsync(CancellationToken cancellationToken = default)
    {
        isRunning = false;
        foreach (var worker in workers)
        {
            await worker.StopAsync(cancellationToken);
        }
    }
}

public static class BackgroundWorkersApplicationInitializationContextExtensions
{
    public static Task<ApplicationInitializationContext> AddBackgroundWorkerAsync<TWorker>(
        this ApplicationInitializationContext context, CancellationToken cancellationToken = default)
        where TWorker : IBackgroundWorker => context.AddBackgroundWorkerAsync(typeof(TWorker), cancellationToken);

    public static async Task<ApplicationInitializationContext> AddBackgroundWorkerAsync(
        this ApplicationInitializationContext context, Type workerType, CancellationToken cancellationToken = default)
    {
        await context.ServiceProvider.GetRequiredService<IBackgroundWorkerManager>().AddAsync(
            (IBackgroundWorker)context.ServiceProvider.GetRequiredService(workerType), cancellationToken);
        return context;
    }
}

[DependsOn(typeof(AbpThreadingModule))]
public class AbpBackgroundWorkersModule : AbpModule
{
    public override async Task OnApplicationInitializationAsync(ApplicationInitializationContext context)
    {
        if (IsEnabled(context.ServiceProvider))
        {
            await context.ServiceProvider.GetRequiredService<IBackgroundWorkerManager>().StartAsync();
        }
    }

    public override void OnApplicationInitialization(ApplicationInitializationContext context) =>
        OnApplicationInitializationAsync(context).GetAwaiter().GetResult();

    public override async Task OnApplicationShutdownAsync(ApplicationShutdownContext context)
    {
        if (IsEnabled(context.ServiceProvider))
        {
            await context.ServiceProvider.GetRequiredService<IBackgroundWorkerManager>().StopAsync();
        }
    }

    public override void OnApplicationShutdown(ApplicationShutdownContext context) =>
        OnApplicationShutdownAsync(context).GetAwaiter().GetResult();

    private static bool IsEnabled(IServiceProvider services) =>
        services.GetRequiredService<IOptions<AbpBackgroundWorkerOptions>>().Value.IsEnabled;
}
