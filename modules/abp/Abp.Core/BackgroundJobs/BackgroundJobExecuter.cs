using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Threading;

namespace Volo.Abp.BackgroundJobs;

public interface IBackgroundJobExecuter
{
    /// <exception cref="BackgroundJobExecutionException">The job itself failed; it may be tried again.</exception>
    Task ExecuteAsync(JobExecutionContext context);
}

public class JobExecutionContext(IServiceProvider serviceProvider, Type jobType, object jobArgs, CancellationToken cancellationToken = default)
    : IServiceProviderAccessor
{
    public IServiceProvider ServiceProvider { get; } = serviceProvider;
    public Type JobType { get; } = jobType;
    public object JobArgs { get; } = jobArgs;
    public CancellationToken CancellationToken { get; } = cancellationToken;
}

public class BackgroundJobExecutionException : AbpException
{
    public string JobType { get; set; } = default!;
    public object JobArgs { get; set; } = default!;

    public BackgroundJobExecutionException()
    {
    }

    public BackgroundJobExecutionException(string message, Exception innerException) : base(message, innerException)
    {
    }
}

public class BackgroundJobExecuter : IBackgroundJobExecuter, ITransientDependency
{
    public BackgroundJobExecuter(IOptions<AbpBackgroundJobOptions> options, ICurrentTenant currentTenant) =>
        (Options, CurrentTenant) = (options.Value, currentTenant);

    public ILogger<BackgroundJobExecuter> Logger { protected get; set; } = NullLogger<BackgroundJobExecuter>.Instance;
    protected AbpBackgroundJobOptions Options { get; }
    protected ICurrentTenant CurrentTenant { get; }

    public virtual async Task ExecuteAsync(JobExecutionContext context)
    {
        var job = context.ServiceProvider.GetService(context.JobType)
            ?? throw new AbpException($"The job type is not registered to DI: {context.JobType}");
        using var tenant = CurrentTenant.Change(GetJobArgsTenantId(context.JobArgs));
        using var token = context.ServiceProvider.GetRequiredService<ICancellationTokenProvider>().Use(context.CancellationToken);
        try
        {
            await RunAsync(job, context.JobType, context.JobArgs);
        }
        catch (Exception exception)
        {
            Logger.LogError(exception, "Background job {Job} failed.", context.JobType.FullName);
            throw new BackgroundJobExecutionException("A background job execution is failed. See inner exception for details.", exception)
            {
                JobType = context.JobType.AssemblyQualifiedName!,
                JobArgs = context.JobArgs
            };
        }
    }

    protected virtual Guid? GetJobArgsTenantId(object jobArgs) => jobArgs is IMultiTenant args ? args.TenantId : CurrentTenant.Id;

    private static Task RunAsync(object job, Type jobType, object args)
    {
        var contract = BackgroundJobArgsHelper.JobInterfaceOf(jobType)!;
        var runner = (IRunner)Activator.CreateInstance(typeof(Runner<>).MakeGenericType(contract.GenericTypeArguments))!;
        return runner.RunAsync(job, args);
    }

    private interface IRunner
    {
        Task RunAsync(object job, object args);
    }

    private sealed class Runner<TArgs> : IRunner
    {
        public Task RunAsync(object job, object args)
        {
            if (job is IAsyncBackgroundJob<TArgs> later)
            {
                return later.ExecuteAsync((TArgs)args);
            }

            ((IBackgroundJob<TArgs>)job).Execute((TArgs)args);
            return Task.CompletedTask;
        }
    }
}
