using Crm.Choices;
using Crm.Leads;
using Crm.Localization;
using Kernel.Rights;
using Microsoft.Extensions.Localization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;
using Volo.Abp.Localization;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace Crm.Scoring;

/// <summary>
/// Keeps the score of each lead beside it, so that the queue can be sorted by it: reckoned when the lead changes, when a rule does,
/// and on the day on which fading points make it another.
/// </summary>
public class LeadScorer(
    IReadOnlyRepository<ScoreRule, Guid> rules, IReadOnlyRepository<Choice, Guid> choices, IReadOnlyRepository<Lead, Guid> leads, ILeadScores scores,
    ILanguageProvider languages, IStringLocalizer<CrmResource> texts, IUnitOfWorkManager unitsOfWork, IAsyncQueryableExecuter executer, IClock clock,
    ICurrentTenant tenant) : ITransientDependency
{
    private const int AtOnce = 1000;

    public DateOnly Today => DateOnly.FromDateTime(clock.Now);

    private string Remembered => "Crm.LeadScoring." + tenant.Id;

    public virtual async Task<bool> HasRulesAsync() => await executer.AnyAsync(await rules.GetQueryableAsync());

    public virtual async Task<List<ScoreRule>> GetRulesAsync() =>
        await executer.ToListAsync((await rules.GetQueryableAsync()).OrderBy(rule => rule.Subject).ThenByDescending(rule => rule.Points).Take(ScoringConsts.MaxRules));

    /// <summary>Two statements for any number of leads of one unit of work.</summary>
    public virtual async Task<LeadScoring> GetScoringAsync()
    {
        var items = unitsOfWork.Current!.Items;
        if (!items.TryGetValue(Remembered, out var known))
        {
            items[Remembered] = known = new LeadScoring(await GetRulesAsync(), await GetNamesAsync());
        }
        return (LeadScoring)known;
    }

    /// <summary>Rules were changed in this unit of work.</summary>
    public virtual void Forget() => unitsOfWork.Current?.Items.Remove(Remembered);

    /// <summary>Reckons leads that are changed in this unit of work.</summary>
    public virtual async Task ScoreAsync(params IReadOnlyCollection<Lead> changed)
    {
        var scoring = await GetScoringAsync();
        foreach (var lead in changed)
        {
            var (score, until) = scoring.Of(lead, Today);
            lead.Reckoned(score, until);
        }
    }

    /// <summary>Reckons what is due, each thousand committed for itself.</summary>
    /// <returns>How many leads it was.</returns>
    public virtual async Task<int> ScoreDueAsync()
    {
        int all = 0, batch;
        do
        {
            using var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: true);
            all += batch = await ScoreBatchAsync(Today);
            await unitOfWork.CompleteAsync();
        }
        while (batch == AtOnce);
        return all;
    }

    private async Task<int> ScoreBatchAsync(DateOnly day)
    {
        using var whole = SystemWork.Begin("scores are kept of every lead");
        var due = await executer.ToListAsync((await leads.GetQueryableAsync()).Where(lead => lead.ScoreDueOn <= day).OrderBy(lead => lead.ScoreDueOn).Take(AtOnce));
        if (due.Count > 0)
        {
            var scoring = await GetScoringAsync();
            foreach (var same in due.GroupBy(lead => scoring.Of(lead, day)))
            {
                await scores.WriteAsync([.. same.Select(lead => lead.Id)], same.Key.Score, same.Key.Until, day);
            }
        }
        return due.Count;
    }

    private async Task<Func<string, IEnumerable<string>>> GetNamesAsync()
    {
        var sources = await executer.ToListAsync((await choices.GetQueryableAsync()).Where(choice => choice.Kind == ChoiceKind.LeadSource).Select(choice => new { choice.Id, choice.Code, choice.Name }));
        var keys = sources.ToDictionary(source => $"Source:{source.Id}", source => (source.Name, Key: $"Choice:{ChoiceKind.LeadSource}.{source.Code}"));
        var cultures = (await languages.GetLanguagesAsync()).Select(language => language.CultureName).ToList();
        return key => !keys.TryGetValue(key, out var source) ? InAll(key) : source.Name is { } name ? [name] : InAll(source.Key);

        IEnumerable<string> InAll(string key)
        {
            foreach (var culture in cultures)
            {
                using (CultureHelper.Use(culture))
                {
                    if (texts[key] is { ResourceNotFound: false } text) { yield return text.Value; }
                }
            }
        }
    }
}
