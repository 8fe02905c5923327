using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Volo.Abp.BackgroundJobs;

public interface IBackgroundJob<in TArgs>
{
    void Execute(TArgs args);
}

public interface IAsyncBackgroundJob<in TArgs>
{
    Task ExecuteAsync(TArgs args);
}

public abstract class BackgroundJob<TArgs> : IBackgroundJob<TArgs>
{
    public ILogger<BackgroundJob<TArgs>> Logger { get; set; } = NullLogger<BackgroundJob<TArgs>>.Instance;

    public abstract void Execute(TArgs args);
}

/// <summary>
/// Work that a request leaves for later. It may run more than once, has no unit of work of its own and no current user;
/// arguments that are <see cref="MultiTenancy.IMultiTenant"/> choose the tenant.
/// </summary>
public abstract class AsyncBackgroundJob<TArgs> : IAsyncBackgroundJob<TArgs>
{
    public ILogger<AsyncBackgroundJob<TArgs>> Logger { get; set; } = NullLogger<AsyncBackgroundJob<TArgs>>.Instance;

    public abstract Task ExecuteAsync(TArgs args);
}

public interface IBackgroundJobNameProvider
{
    string Name { get; }
}

/// <summary>On the arguments: the name that is stored. Without it, their full name.</summary>
public class BackgroundJobNameAttribute(string name) : Attribute, IBackgroundJobNameProvider
{
    public string Name { get; } = Check.NotNullOrWhiteSpace(name, nameof(name));

    public static string GetName<TJobArgs>() => GetName(typeof(TJobArgs));

    public static string GetName(Type jobArgsType) =>
        jobArgsType.GetCustomAttributes(true).OfType<IBackgroundJobNameProvider>().FirstOrDefault()?.Name ?? jobArgsType.FullName!;
}

public static class BackgroundJobArgsHelper
{
    /// <exception cref="AbpException">The class is no job.</exception>
    public static Type GetJobArgsType(Type jobType) =>
        JobInterfaceOf(jobType)?.GenericTypeArguments[0]
        ?? throw new AbpException($"Could not find type of the job args. Ensure that given type implements the {typeof(IBackgroundJob<>).AssemblyQualifiedName} or {typeof(IAsyncBackgroundJob<>).AssemblyQualifiedName} interface. Given job type: {jobType.AssemblyQualifiedName}");

    internal static Type? JobInterfaceOf(Type type) => type.GetInterfaces().FirstOrDefault(candidate => candidate.IsGenericType
        && candidate.GetGenericTypeDefinition() is { } definition
        && (definition == typeof(IBackgroundJob<>) || definition == typeof(IAsyncBackgroundJob<>)));
}

public class BackgroundJobConfiguration(Type jobType)
{
    public Type ArgsType { get; } = BackgroundJobArgsHelper.GetJobArgsType(jobType);
    public Type JobType { get; } = jobType;
    public string JobName => BackgroundJobNameAttribute.GetName(ArgsType);
}

public class AbpBackgroundJobOptions
{
    private readonly Dictionary<Type, BackgroundJobConfiguration> byArgs = [];
    private readonly Dictionary<string, BackgroundJobConfiguration> byName = [];

    /// <summary>False: jobs are taken in but not executed here.</summary>
    public bool IsJobExecutionEnabled { get; set; } = true;

    public BackgroundJobConfiguration GetJob<TArgs>() => GetJob(typeof(TArgs));

    /// <exception cref="AbpException">No job takes such arguments.</exception>
    public BackgroundJobConfiguration GetJob(Type argsType) =>
        byArgs.GetValueOrDefault(argsType) ?? throw new AbpException($"Undefined background job for the job args type: {argsType.AssemblyQualifiedName}");

    /// <exception cref="AbpException">No job has that name.</exception>
    public BackgroundJobConfiguration GetJob(string name) =>
        byName.GetValueOrDefault(name) ?? throw new AbpException($"Undefined background job for the job name: {name}");

    public IReadOnlyList<BackgroundJobConfiguration> GetJobs() => byArgs.Values.ToList();

    public void AddJob<TJob>() => AddJob(typeof(TJob));

    public void AddJob(Type jobType) => AddJob(new BackgroundJobConfiguration(jobType));

    public void AddJob(BackgroundJobConfiguration jobConfiguration)
    {
        byArgs[jobConfiguration.ArgsType] = jobConfiguration;
        byName[jobConfiguration.JobName] = jobConfiguration;
    }
}
