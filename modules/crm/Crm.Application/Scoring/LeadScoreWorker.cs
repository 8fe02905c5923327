using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.DistributedLocking;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Threading;

namespace Crm.Scoring;

/// <summary>Finds the leads whose points have faded since the day before, and reckons them.</summary>
public class LeadScoreWorker : AsyncPeriodicBackgroundWorkerBase
{
    public LeadScoreWorker(AbpAsyncTimer timer, IServiceScopeFactory serviceScopeFactory) : base(timer, serviceScopeFactory) =>
        Timer.Period = (int)TimeSpan.FromMinutes(10).TotalMilliseconds;

    protected override async Task DoWorkAsync(PeriodicBackgroundWorkerContext workerContext)
    {
        var services = workerContext.ServiceProvider;
        var tenants = (await services.GetRequiredService<ITenantStore>().GetListAsync()).Where(tenant => tenant.IsActive).Select(tenant => (Guid?)tenant.Id);
        foreach (var tenantId in tenants.Prepend(null))
        {
            using var tenant = services.GetRequiredService<ICurrentTenant>().Change(tenantId);
            await using var turn = await services.GetRequiredService<IAbpDistributedLock>().TryAcquireAsync(RescoreLeadsJob.TurnOf(tenantId));
            if (turn is not null)
            {
                await services.GetRequiredService<LeadScorer>().ScoreDueAsync();
            }
        }
    }
}
