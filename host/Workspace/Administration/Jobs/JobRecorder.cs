using System.Text.Json;
using Kernel.Imports;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities.Events;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;
using Volo.Abp.Users;
using Workspace.Data.Jobs;

namespace Workspace.Administration.Jobs;

/// <summary>Follows ABP's job table: each change of a row there is one of its run here, in the same unit of work.</summary>
public class JobRecorder(
    IRepository<JobRun, Guid> runs, IDataFilter<IMultiTenant> tenantFilter, ICurrentUser currentUser, IUnitOfWorkManager unitOfWorkManager, IClock clock) :
    ILocalEventHandler<EntityCreatedEventData<BackgroundJobRecord>>,
    ILocalEventHandler<EntityUpdatedEventData<BackgroundJobRecord>>,
    ILocalEventHandler<EntityDeletedEventData<BackgroundJobRecord>>,
    ITransientDependency
{
    public virtual Task HandleEventAsync(EntityCreatedEventData<BackgroundJobRecord> created)
    {
        var job = created.Entity;
        var args = Args.Of(job.JobArgs);
        return runs.InsertAsync(new JobRun(
            job.Id, job.JobName, job.JobArgs, args.TenantId, currentUser.Id, currentUser.UserName,
            job.JobName == BackgroundJobNameAttribute.GetName<RunImportArgs>() ? args.RunId : null, job.CreationTime, job.NextTryTime));
    }

    public virtual Task HandleEventAsync(EntityUpdatedEventData<BackgroundJobRecord> updated) => ChangeAsync(updated.Entity.Id, run =>
    {
        var job = updated.Entity;
        // Abandoned while it ran: the worker, which knew the job from before, has just scheduled it again.
        if (run.State == JobRunState.Abandoned) { job.IsAbandoned = true; }
        run.Schedule(job.IsAbandoned ? null : job.NextTryTime, clock.Now);
    });

    public virtual Task HandleEventAsync(EntityDeletedEventData<BackgroundJobRecord> deleted) =>
        ChangeAsync(deleted.Entity.Id, run => run.Complete(clock.Now));

    /// <summary>A job begins: it knows its arguments only, and of those that have the same the oldest is meant.</summary>
    /// <returns>The job's id; null when it was queued before there were records.</returns>
    public virtual async Task<Guid?> StartAsync(string name, string args, Guid? tenantId)
    {
        var hash = JobRun.HashOf(args);
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        using var all = tenantFilter.Disable();
        var open = (await runs.GetListAsync(run => run.TenantId == tenantId && run.Name == name && run.ArgsHash == hash))
            .Where(run => !run.IsOver).OrderBy(run => run.QueuedAt).FirstOrDefault();
        if (open is not null)
        {
            open.Start(Node, clock.Now);
            await runs.UpdateAsync(open);
        }
        await unitOfWork.CompleteAsync();
        return open?.Id;
    }

    public virtual async Task FailAsync(Guid id, Exception exception)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        await ChangeAsync(id, run => run.Fail(exception, clock.Now));
        await unitOfWork.CompleteAsync();
    }

    private static string Node => $"{Environment.MachineName}:{Environment.ProcessId}";

    private async Task ChangeAsync(Guid id, Action<JobRun> change)
    {
        using var all = tenantFilter.Disable();
        if (await runs.FindAsync(id) is { } run)
        {
            change(run);
            await runs.UpdateAsync(run);
        }
    }

    private record Args(Guid? TenantId, Guid? RunId)
    {
        public static Args Of(string json) => JsonSerializer.Deserialize<Args>(json, JsonSerializerOptions.Web)!;
    }
}
