using System.Text.Json;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Guids;
using Volo.Abp.Timing;

namespace Volo.Abp.BackgroundJobs;

/// <summary>The greater number runs first.</summary>
public enum BackgroundJobPriority : byte
{
    Low = 5,
    BelowNormal = 10,
    Normal = 15,
    AboveNormal = 20,
    High = 25
}

public interface IBackgroundJobManager
{
    /// <summary>Keeps the job with the current unit of work: it is rolled back with it and seen after its commit only.</summary>
    /// <param name="delay">How long it waits at least.</param>
    /// <returns>The id of the job.</returns>
    Task<string> EnqueueAsync<TArgs>(TArgs args, BackgroundJobPriority priority = BackgroundJobPriority.Normal, TimeSpan? delay = null);
}

public class BackgroundJobInfo
{
    public Guid Id { get; set; }
    public virtual string? ApplicationName { get; set; }
    public virtual string JobName { get; set; } = default!;

    /// <summary>As JSON.</summary>
    public virtual string JobArgs { get; set; } = default!;
    public virtual short TryCount { get; set; }
    public virtual DateTime CreationTime { get; set; }
    public virtual DateTime NextTryTime { get; set; }
    public virtual DateTime? LastTryTime { get; set; }
    public virtual bool IsAbandoned { get; set; }
    public virtual BackgroundJobPriority Priority { get; set; } = BackgroundJobPriority.Normal;
}

public interface IBackgroundJobStore
{
    Task<BackgroundJobInfo> FindAsync(Guid jobId);
    Task InsertAsync(BackgroundJobInfo jobInfo);

    /// <summary>What is due now: not abandoned, by priority, then fewest tries, then longest waiting.</summary>
    Task<List<BackgroundJobInfo>> GetWaitingJobsAsync(string? applicationName, int maxResultCount);
    Task DeleteAsync(Guid jobId);
    Task UpdateAsync(BackgroundJobInfo jobInfo);
}

public interface IBackgroundJobSerializer
{
    string Serialize(object obj);
    object Deserialize(string value, Type type);
}

/// <summary>JSON with camelCase names; numbers stand for enums.</summary>
internal class JsonBackgroundJobSerializer : IBackgroundJobSerializer, ITransientDependency
{
    public string Serialize(object obj) => JsonSerializer.Serialize(obj, JsonSerializerOptions.Web);

    public object Deserialize(string value, Type type) => JsonSerializer.Deserialize(value, type, JsonSerializerOptions.Web)!;
}

internal class DefaultBackgroundJobManager(
    IClock clock, IBackgroundJobSerializer serializer, IBackgroundJobStore store, IGuidGenerator guids,
    IOptions<AbpBackgroundJobWorkerOptions> options) : IBackgroundJobManager, ITransientDependency
{
    public async Task<string> EnqueueAsync<TArgs>(
        TArgs args, BackgroundJobPriority priority = BackgroundJobPriority.Normal, TimeSpan? delay = null)
    {
        var now = clock.Now;
        var job = new BackgroundJobInfo
        {
            Id = guids.Create(),
            ApplicationName = options.Value.ApplicationName,
            JobName = BackgroundJobNameAttribute.GetName<TArgs>(),
            JobArgs = serializer.Serialize(args!),
            Priority = priority,
            CreationTime = now,
            NextTryTime = now + (delay ?? TimeSpan.Zero)
        };
        await store.InsertAsync(job);
        return job.Id.ToString();
    }
}

/// <summary>For an application without a job table: what waits is lost with the process.</summary>
internal class InMemoryBackgroundJobStore(IClock clock) : IBackgroundJobStore, ISingletonDependency
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<Guid, BackgroundJobInfo> jobs = new();

    public Task<BackgroundJobInfo> FindAsync(Guid jobId) => Task.FromResult(jobs.GetValueOrDefault(jobId)!);

    public Task InsertAsync(BackgroundJobInfo jobInfo)
    {
        jobs[jobInfo.Id] = jobInfo;
        return Task.CompletedTask;
    }

    public Task<List<BackgroundJobInfo>> GetWaitingJobsAsync(string? applicationName, int maxResultCount) => Task.FromResult(jobs.Values
        .Where(job => job.ApplicationName == applicationName && !job.IsAbandoned && job.NextTryTime <= clock.Now)
        .OrderByDescending(job => job.Priority).ThenBy(job => job.TryCount).ThenBy(job => job.NextTryTime)
        .Take(maxResultCount)
        .ToList());

    public Task DeleteAsync(Guid jobId)
    {
        jobs.TryRemove(jobId, out _);
        return Task.CompletedTask;
    }

    public Task UpdateAsync(BackgroundJobInfo jobInfo)
    {
        if (jobInfo.IsAbandoned)
        {
            jobs.TryRemove(jobInfo.Id, out _);
        }

        return Task.CompletedTask;
    }
}
