using Crm.Choices;
using Crm.Leads;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;
using Volo.Abp.Timing;

namespace Crm.Scoring;

/// <summary>Scores of leads that are shown: two statements for any number of them, one where the organisation has no rules.</summary>
public class LeadScorer(IReadOnlyRepository<ScoreRule, Guid> rules, IReadOnlyRepository<Lead, Guid> leads, IAsyncQueryableExecuter executer, IClock clock) : ITransientDependency
{
    public virtual async Task<List<ScoreRule>> GetRulesAsync() =>
        await executer.ToListAsync((await rules.GetQueryableAsync()).OrderBy(rule => rule.Subject).ThenByDescending(rule => rule.Points).Take(ScoringConsts.MaxRules));

    /// <returns>Empty where the organisation does not score.</returns>
    public virtual async Task<Dictionary<Guid, int>> GetScoresAsync(IReadOnlyCollection<Guid> leadIds, List<ChoiceDto> lists)
    {
        var all = leadIds.Count == 0 ? [] : await GetRulesAsync();
        if (all.Count == 0)
        {
            return [];
        }
        var shown = await executer.ToListAsync((await leads.GetQueryableAsync()).Where(lead => leadIds.Contains(lead.Id)));
        return shown.ToDictionary(lead => lead.Id, lead => LeadScore.Of(lead, lists.Find(choice => choice.Id == lead.SourceId)?.Name, all, clock.Now));
    }
}
