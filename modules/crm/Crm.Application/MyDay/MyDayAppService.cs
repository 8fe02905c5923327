using Crm.Activities;
using Crm.Leads;
using Crm.Opportunities;
using Crm.Permissions;
using Crm.Pipelines;
using Crm.Scoring;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp.Domain.Repositories;

namespace Crm.MyDay;

[Authorize(CrmPermissions.Activities.Default)]
public class MyDayAppService(
    IReadOnlyRepository<Lead, Guid> leads, IReadOnlyRepository<Opportunity, Guid> opportunities, IActivityAppService activities,
    OpportunityRows rows, PipelineReader pipelines, LeadScorer scorer) : CrmAppService, IMyDayAppService
{
    /// <summary>Of each kind the most pressing so many.</summary>
    private const int MaxOfKind = 200;

    [Reads(CrmPermissions.Activities.Default)]
    public virtual async Task<List<MyDayItem>> GetAsync(DateOnly? today)
    {
        var day = today ?? DateOnly.FromDateTime(Clock.Now);
        var items = new List<MyDayItem>();
        items.AddRange(await FromActivitiesAsync(day));
        if (await AuthorizationService.IsGrantedAsync(CrmPermissions.Leads.Default))
        {
            items.AddRange(await FromLeadsAsync(day));
        }
        if (await AuthorizationService.IsGrantedAsync(CrmPermissions.Opportunities.Default))
        {
            items.AddRange(await FromOpportunitiesAsync(day));
        }
        return [.. items.OrderBy(item => item.Reason).ThenByDescending(item => item.Score ?? 0).ThenBy(item => item.At ?? DateTime.MaxValue).ThenBy(item => item.On).ThenByDescending(item => item.Days)];
    }

    private async Task<IEnumerable<MyDayItem>> FromActivitiesAsync(DateOnly day)
    {
        var open = (await activities.GetOpenAsync(new OpenActivitiesInput { Max = MaxOfKind })).Rows;
        return open.Where(row => row.DueOn <= day).Select(row => new MyDayItem(
            row.DueOn < day ? MyDayReason.ActivityOverdue : row.Kind == ActivityKind.Meeting ? MyDayReason.MeetingToday : MyDayReason.ActivityToday,
            MyDayKind.Activity, row.PartyId, row.Subject ?? "", row.PartyName, row.StartsAt, row.DueOn, null, null));
    }

    private async Task<IEnumerable<MyDayItem>> FromLeadsAsync(DateOnly day)
    {
        var (me, now) = (CurrentUser.Id, Clock.Now);
        var due = await AsyncExecuter.ToListAsync((await leads.GetQueryableAsync())
            .Where(lead => lead.OwnerId == me && lead.Status != LeadStatus.Junk && lead.Status != LeadStatus.Lost && lead.Status != LeadStatus.Converted
                && ((lead.AnsweredAt == null && lead.AnswerDueAt != null) || lead.NextStepOn <= day))
            .OrderBy(lead => lead.FirstTouchAt).Take(MaxOfKind)
            .Select(lead => new { lead.Id, lead.CompanyName, lead.PersonName, lead.NextStep, lead.NextStepOn, lead.AnswerDueAt, lead.AnsweredAt, lead.Score }));
        var scores = due.Count > 0 && await scorer.HasRulesAsync();
        return due.Select(lead =>
        {
            var waits = lead.AnsweredAt is null && lead.AnswerDueAt is not null;
            var reason = waits ? lead.AnswerDueAt < now ? MyDayReason.LeadWaitsTooLong : MyDayReason.LeadWaits
                : lead.NextStepOn < day ? MyDayReason.NextStepOverdue : MyDayReason.NextStepToday;
            return new MyDayItem(
                reason, MyDayKind.Lead, lead.Id, waits || lead.NextStep is null ? lead.CompanyName ?? lead.PersonName ?? "" : lead.NextStep,
                waits || lead.NextStep is null ? lead.CompanyName is null ? null : lead.PersonName : lead.CompanyName ?? lead.PersonName,
                waits ? lead.AnswerDueAt : null, waits ? null : lead.NextStepOn, null, scores ? lead.Score : null);
        });
    }

    private async Task<IEnumerable<MyDayItem>> FromOpportunitiesAsync(DateOnly day)
    {
        var me = CurrentUser.Id;
        var open = await rows.ReadAsync((await rows.SelectAsync((await opportunities.GetQueryableAsync())
            .Where(opportunity => opportunity.OwnerId == me && opportunity.State == OpportunityState.Open))).OrderBy(row => row.StageSince).Take(MaxOfKind));
        var longest = (await pipelines.GetListAsync()).SelectMany(pipeline => pipeline.Stages).ToDictionary(stage => stage.Id, stage => stage.MaxDays);
        return open.Select(row => ToItem(row, longest.GetValueOrDefault(row.StageId), day)).OfType<MyDayItem>();
    }

    private MyDayItem? ToItem(OpportunityRow row, int? longest, DateOnly day)
    {
        var days = row.DaysInStage(Clock.Now);
        MyDayReason? reason =
            row.NextStepOn < day ? MyDayReason.NextStepOverdue
            : row.NextStepOn == day ? MyDayReason.NextStepToday
            : days > longest ? MyDayReason.TooLongInStage
            : row.NextStep is null && row.NextStepOn is null ? MyDayReason.NoNextStep
            : null;
        return reason is { } why ? new MyDayItem(why, MyDayKind.Opportunity, row.Id, row.NextStepOn <= day && row.NextStep is not null ? row.NextStep : row.Title,
            row.NextStepOn <= day && row.NextStep is not null ? $"{row.Title} · {row.CustomerName}" : row.CustomerName, null, why == MyDayReason.TooLongInStage ? null : row.NextStepOn, why == MyDayReason.TooLongInStage ? days : null, null) : null;
    }
}
