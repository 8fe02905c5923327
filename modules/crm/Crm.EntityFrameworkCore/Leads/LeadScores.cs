using Crm.Scoring;
using Kernel.Rights;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;

namespace Crm.Leads;

/// <inheritdoc cref="ILeadScores"/>
public class LeadScores(IReadOnlyRepository<Lead, Guid> leads) : ILeadScores, ITransientDependency
{
    public virtual async Task MarkDueAsync(DateOnly day)
    {
        using var whole = SystemWork.Begin("scores are kept of every lead");
        await (await leads.GetQueryableAsync()).ExecuteUpdateAsync(update => update.SetProperty(lead => lead.ScoreDueOn, day));
    }

    public virtual async Task WriteAsync(IReadOnlyCollection<Guid> leadIds, int score, DateOnly? until, DateOnly day)
    {
        using var whole = SystemWork.Begin("scores are kept of every lead");
        await (await leads.GetQueryableAsync()).Where(lead => leadIds.Contains(lead.Id) && lead.ScoreDueOn <= day)
            .ExecuteUpdateAsync(update => update.SetProperty(lead => lead.Score, score).SetProperty(lead => lead.ScoreDueOn, until));
    }
}
