using Crm.Choices;
using Crm.Leads;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities.Events;
using Volo.Abp.EventBus;
using Volo.Abp.MultiTenancy;

namespace Crm.Scoring;

/// <summary>Whoever changes a lead, by whichever door, leaves it with its score; whoever changes what scores hang on has all of them reckoned.</summary>
public class LeadScoreHandler(LeadScorer scorer, IBackgroundJobManager jobs, ICurrentTenant tenant)
    : ILocalEventHandler<EntityCreatedEventData<Lead>>, ILocalEventHandler<EntityUpdatedEventData<Lead>>,
      ILocalEventHandler<EntityChangedEventData<ScoreRule>>, ILocalEventHandler<EntityUpdatedEventData<Choice>>, ITransientDependency
{
    public virtual Task HandleEventAsync(EntityCreatedEventData<Lead> created) => scorer.ScoreAsync(created.Entity);

    public virtual Task HandleEventAsync(EntityUpdatedEventData<Lead> updated) => scorer.ScoreAsync(updated.Entity);

    public virtual Task HandleEventAsync(EntityChangedEventData<ScoreRule> changed)
    {
        scorer.Forget();
        return jobs.EnqueueAsync(new RescoreLeadsArgs { TenantId = tenant.Id });
    }

    /// <summary>A rule names a source as it is called.</summary>
    public virtual async Task HandleEventAsync(EntityUpdatedEventData<Choice> updated)
    {
        if (updated.Entity.Kind == ChoiceKind.LeadSource && await scorer.HasRulesAsync())
        {
            scorer.Forget();
            await jobs.EnqueueAsync(new RescoreLeadsArgs { TenantId = tenant.Id });
        }
    }
}
