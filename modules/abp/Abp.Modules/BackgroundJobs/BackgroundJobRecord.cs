using Volo.Abp.Auditing;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace Volo.Abp.BackgroundJobs;

public class BackgroundJobRecord : AggregateRoot<Guid>, IHasCreationTime
{
    public virtual string ApplicationName { get; set; }
    public virtual string JobName { get; set; }
    public virtual string JobArgs { get; set; }
    public virtual short TryCount { get; set; }
    public virtual DateTime CreationTime { get; set; }
    public virtual DateTime NextTryTime { get; set; }
    public virtual DateTime? LastTryTime { get; set; }
    public virtual bool IsAbandoned { get; set; }
    public virtual BackgroundJobPriority Priority { get; set; } = BackgroundJobPriority.Normal;

    protected BackgroundJobRecord()
    {
    }

    public BackgroundJobRecord(Guid id) : base(id)
    {
    }
}

public interface IBackgroundJobRepository : IBasicRepository<BackgroundJobRecord, Guid>
{
    Task<List<BackgroundJobRecord>> GetWaitingListAsync(string applicationName, int maxResultCount, CancellationToken cancellationToken = default);
}

internal class BackgroundJobStore(IBackgroundJobRepository jobs) : IBackgroundJobStore
{
    public async Task<BackgroundJobInfo> FindAsync(Guid jobId) => await jobs.FindAsync(jobId) is { } record ? ToInfo(record) : null;

    public Task InsertAsync(BackgroundJobInfo jobInfo)
    {
        var record = new BackgroundJobRecord(jobInfo.Id);
        Fill(record, jobInfo);
        return jobs.InsertAsync(record);
    }

    public async Task<List<BackgroundJobInfo>> GetWaitingJobsAsync(string applicationName, int maxResultCount) =>
        (await jobs.GetWaitingListAsync(applicationName, maxResultCount)).Select(ToInfo).ToList();

    public Task DeleteAsync(Guid jobId) => jobs.DeleteAsync(jobId);

    public async Task UpdateAsync(BackgroundJobInfo jobInfo)
    {
        if (await jobs.FindAsync(jobInfo.Id) is { } record)
        {
            Fill(record, jobInfo);
            await jobs.UpdateAsync(record);
        }
    }

    private static void Fill(BackgroundJobRecord record, BackgroundJobInfo info)
    {
        record.ApplicationName = info.ApplicationName;
        record.JobName = info.JobName;
        record.JobArgs = info.JobArgs;
        record.TryCount = info.TryCount;
        record.CreationTime = info.CreationTime;
        record.NextTryTime = info.NextTryTime;
        record.LastTryTime = info.LastTryTime;
        record.IsAbandoned = info.IsAbandoned;
        record.Priority = info.Priority;
    }

    private static BackgroundJobInfo ToInfo(BackgroundJobRecord record) => new()
    {
        Id = record.Id,
        ApplicationName = record.ApplicationName,
        JobName = record.JobName,
        JobArgs = record.JobArgs,
        TryCount = record.TryCount,
        CreationTime = record.CreationTime,
        NextTryTime = record.NextTryTime,
        LastTryTime = record.LastTryTime,
        IsAbandoned = record.IsAbandoned,
        Priority = record.Priority
    };
}

public static class AbpBackgroundJobsDbProperties
{
    public const string ConnectionStringName = "AbpBackgroundJobs";

    public static string DbTablePrefix { get; set; } = AbpCommonDbProperties.DbTablePrefix;
    public static string DbSchema { get; set; } = AbpCommonDbProperties.DbSchema;
}
