using Microsoft.Extensions.Options;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;

namespace Workspace.Administration.Jobs;

/// <summary>Writes down that a job runs, and why it failed, around ABP's own execution of it.</summary>
[Dependency(ReplaceServices = true)]
[ExposeServices(typeof(IBackgroundJobExecuter))]
public class RecordingJobExecuter(
    IOptions<AbpBackgroundJobOptions> options, ICurrentTenant currentTenant, JobRecorder recorder, IBackgroundJobSerializer serializer)
    : BackgroundJobExecuter(options, currentTenant)
{
    public override async Task ExecuteAsync(JobExecutionContext context)
    {
        var name = Options.GetJob(context.JobArgs.GetType()).JobName;
        var id = await recorder.StartAsync(name, serializer.Serialize(context.JobArgs), (context.JobArgs as IMultiTenant)?.TenantId);
        try
        {
            await base.ExecuteAsync(context);
        }
        catch (BackgroundJobExecutionException exception) when (id is not null)
        {
            await recorder.FailAsync(id.Value, exception.InnerException ?? exception);
            throw;
        }
    }
}
