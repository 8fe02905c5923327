using Crm.Leads;
using Crm.Permissions;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;

namespace Crm.Scoring;

[Authorize]
public class ScoringAppService(
    IRepository<ScoreRule, Guid> rules, IReadOnlyRepository<Lead, Guid> leads, LeadScorer scorer) : CrmAppService, IScoringAppService
{
    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task<List<ScoreRuleDto>> GetListAsync() =>
        (await scorer.GetRulesAsync()).ConvertAll(rule => new ScoreRuleDto(rule.Id, TextOf(rule), rule.Points, rule.HalfLifeDays));

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual Task<List<ScoreSubjectDto>> GetSubjectsAsync() =>
        Task.FromResult(LeadFacts.Subjects.Select(subject => new ScoreSubjectDto(subject, NameOf(subject))).ToList());

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task<Guid> CreateAsync(CreateScoreRuleDto input)
    {
        if (await rules.GetCountAsync() >= ScoringConsts.MaxRules)
        {
            throw new BusinessException(CrmErrorCodes.TooManyScoreRules).WithData("Max", ScoringConsts.MaxRules);
        }
        return (await rules.InsertAsync(new ScoreRule(
            GuidGenerator.Create(), input.Subject, input.Test, input.Value, input.Points, input.HalfLifeDays, CurrentTenant.Id))).Id;
    }

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task DeleteAsync(Guid id) => await rules.DeleteAsync(await rules.GetAsync(id));

    [Authorize(CrmPermissions.Leads.Default)]
    [Reads(CrmPermissions.Leads.Default, Id = "leadId")]
    public virtual async Task<LeadScoreDto> GetScoreAsync(Guid leadId)
    {
        var lead = await leads.GetAsync(leadId);
        var scoring = await scorer.GetScoringAsync();
        var (score, points) = scoring.Explain(lead, scorer.Today);
        return new LeadScoreDto(
            scoring.HasRules, score, [.. points.Select(point => new ScorePointDto(TextOf(point.Rule), point.Points, point.Rule.Points))]);
    }

    private string TextOf(ScoreRule rule) => L[$"Score:Text.{rule.Test}", NameOf(rule.Subject), rule.Value ?? ""];

    private string NameOf(string subject) => LeadFacts.Subjects.Contains(subject) ? L[$"Score:Subject.{subject}"] : subject;
}
