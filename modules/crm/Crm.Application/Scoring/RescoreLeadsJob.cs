using Volo.Abp;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.DependencyInjection;
using Volo.Abp.DistributedLocking;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace Crm.Scoring;

[BackgroundJobName("Crm.RescoreLeads")]
public class RescoreLeadsArgs : IMultiTenant
{
    public Guid? TenantId { get; set; }
}

/// <summary>Reckons all leads of an organisation whose rules were changed. Run again it does the same.</summary>
public class RescoreLeadsJob(LeadScorer scorer, ILeadScores scores, IAbpDistributedLock locks, IUnitOfWorkManager unitsOfWork) : AsyncBackgroundJob<RescoreLeadsArgs>, ITransientDependency
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static string TurnOf(Guid? tenantId) => "Crm.LeadScores." + tenantId;

    public override async Task ExecuteAsync(RescoreLeadsArgs args)
    {
        // In turn with the round, which may have read the rules before they were changed.
        await using var turn = await locks.TryAcquireAsync(TurnOf(args.TenantId), Patience) ?? throw new AbpException("Scores are being reckoned; try later.");
        using (var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: true))
        {
            await scores.MarkDueAsync(scorer.Today);
            await unitOfWork.CompleteAsync();
        }
        await scorer.ScoreDueAsync();
    }
}
