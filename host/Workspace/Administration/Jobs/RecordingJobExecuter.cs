using Microsoft.Extensions.Options;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;

namespace Workspace.Administration.Jobs;

/// <summary>
/// Writes down that a job runs, and why it failed, around ABP's own execution of it. Where that cannot be written, the disk being full perhaps, the job
/// failed and is tried again: after any other exception than a job's own ABP would give it up.
/// </summary>
[Dependency(ReplaceServices = true)]
[ExposeServices(typeof(IBackgroundJobExecuter))]
public class RecordingJobExecuter(
    IOptions<AbpBackgroundJobOptions> options, ICurrentTenant currentTenant, JobRecorder recorder, IBackgroundJobSerializer serializer)
    : BackgroundJobExecuter(options, currentTenant)
{
    public override async Task ExecuteAsync(JobExecutionContext context)
    {
        var name = Options.GetJob(context.JobArgs.GetType()).JobName;
        var id = await RecordAsync(context, () => recorder.StartAsync(name, serializer.Serialize(context.JobArgs), (context.JobArgs as IMultiTenant)?.TenantId));
        try
        {
            await base.ExecuteAsync(context);
        }
        catch (BackgroundJobExecutionException exception) when (id is not null)
        {
            await RecordAsync(context, async () =>
            {
                await recorder.FailAsync(id.Value, exception.InnerException ?? exception);
                return id;
            });
            throw;
        }
    }

    private static async Task<Guid?> RecordAsync(JobExecutionContext context, Func<Task<Guid?>> record)
    {
        try
        {
            return await record();
        }
        catch (Exception exception)
        {
            throw new BackgroundJobExecutionException("What the job does cannot be written down.", exception) { JobType = context.JobType.AssemblyQualifiedName!, JobArgs = context.JobArgs };
        }
    }
}
