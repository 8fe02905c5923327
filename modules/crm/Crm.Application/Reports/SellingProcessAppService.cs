using System.Globalization;
using Crm.Leads;
using Crm.Opportunities;
using Crm.Permissions;
using Crm.Pipelines;
using Crm.Quotas;
using Crm.Users;
using Crm.WorkCalendars;
using Kernel.Calendars;
using Kernel.Monetary;
using Kernel.Numbering;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp;
using Volo.Abp.Authorization;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Users;

namespace Crm.Reports;

[Authorize(CrmPermissions.SellingReports.Default)]
public class SellingProcessAppService(
    IReadOnlyRepository<Opportunity, Guid> opportunities, IReadOnlyRepository<StageMove, Guid> moves, IRepository<SalesQuota, Guid> quotas,
    IReadOnlyRepository<Lead, Guid> leads, WorkCalendarReader calendars, PipelineReader pipelines, OpportunityRows rows, UserNames userNames,
    IExternalUserLookupServiceProvider users, INumbering numbering) : CrmAppService, ISellingProcessAppService
{
    private const int MaxMoves = 50_000;
    private const int MaxLeads = 20_000;
    private const string QuotaTurn = "Crm.Quotas";

    [Reads(CrmPermissions.SellingReports.Default)]
    public virtual async Task<List<PipelineChangeRow>> GetChangesAsync(DateOnly since)
    {
        await CheckSeesAmountsAsync();
        var start = since.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var places = (await pipelines.GetListAsync()).SelectMany(pipeline => pipeline.Stages).ToDictionary(stage => stage.Id, stage => stage.Order);
        var sums = await AsyncExecuter.ToListAsync(
            from move in await moves.GetQueryableAsync()
            where move.At >= start
            join opportunity in await opportunities.GetQueryableAsync() on move.OpportunityId equals opportunity.Id
            group opportunity by new { move.FromStageId, move.ToStageId, move.State, opportunity.Amount.Currency } into same
            select new { same.Key.FromStageId, same.Key.ToStageId, same.Key.State, same.Key.Currency, Count = same.Count(), Amount = same.Sum(one => one.Amount.Amount) });
        return [.. sums.GroupBy(sum => (Change: ChangeOf(sum.FromStageId, sum.ToStageId, sum.State, places), sum.Currency))
            .Select(same => new PipelineChangeRow(same.Key.Change, same.Sum(sum => sum.Count), new Money(same.Sum(sum => sum.Amount), same.Key.Currency)))
            .OrderBy(row => row.Change).ThenByDescending(row => row.Count)];
    }

    [Reads(CrmPermissions.SellingReports.Default)]
    public virtual async Task<List<VelocityRow>> GetVelocityAsync(ProcessInput input)
    {
        await CheckSeesAmountsAsync();
        var (first, before) = (input.From!.Value, input.Before!.Value);
        var sums = await AsyncExecuter.ToListAsync(
            from opportunity in await opportunities.GetQueryableAsync()
            where opportunity.State == OpportunityState.Open || (opportunity.ClosedOn >= first && opportunity.ClosedOn < before)
            group opportunity by new { opportunity.State, opportunity.Amount.Currency } into same
            select new { same.Key.State, same.Key.Currency, Count = same.Count(), Amount = same.Sum(one => one.Amount.Amount), Days = same.Sum(one => (long)(one.CycleDays ?? 0)) });
        return [.. sums.GroupBy(sum => sum.Currency).Select(same =>
        {
            var byState = same.ToDictionary(sum => sum.State);
            var (open, won, lost) = (byState.GetValueOrDefault(OpportunityState.Open), byState.GetValueOrDefault(OpportunityState.Won), byState.GetValueOrDefault(OpportunityState.Lost));
            var closed = (won?.Count ?? 0) + (lost?.Count ?? 0);
            var mean = won is null ? 0m : (decimal)won.Amount / won.Count;
            var rate = closed == 0 ? 0 : (double)(won?.Count ?? 0) / closed;
            var days = closed == 0 ? 0 : (double)((won?.Days ?? 0) + (lost?.Days ?? 0)) / closed;
            return new VelocityRow(open?.Count ?? 0, Rounded(mean, same.Key), rate, days, SalesVelocity.Of(open?.Count ?? 0, mean, rate, days) is { } perDay ? Rounded(perDay, same.Key) : null);
        }).OrderByDescending(row => row.Open)];
    }

    [Reads(CrmPermissions.SellingReports.Default)]
    public virtual async Task<List<ConformanceRow>> GetConformanceAsync(ProcessInput input)
    {
        var (start, end) = (input.From!.Value.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), input.Before!.Value.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        var stages = (await pipelines.GetListAsync()).SelectMany(pipeline => pipeline.Stages.Select(stage => (Pipeline: pipeline.Id, Stage: stage))).ToDictionary(pair => pair.Stage.Id);
        var made = await AsyncExecuter.ToListAsync(
            (from move in await moves.GetQueryableAsync()
             where move.At >= start && move.At < end && move.State == OpportunityState.Open && move.FromStageId != null && move.FromStageId != move.ToStageId
             join opportunity in await opportunities.GetQueryableAsync() on move.OpportunityId equals opportunity.Id
             orderby move.At descending
             select new { opportunity.OwnerId, opportunity.SellerName, move.OpportunityId, move.FromStageId, move.ToStageId, move.DaysBefore }).Take(MaxMoves));
        var names = await userNames.GetAsync(made.Select(move => move.OwnerId));
        return [.. made.Where(move => stages.ContainsKey(move.FromStageId!.Value) && stages.ContainsKey(move.ToStageId) && stages[move.FromStageId.Value].Pipeline == stages[move.ToStageId].Pipeline)
            .GroupBy(move => (UserId: move.SellerName is null ? move.OwnerId : null, move.SellerName))
            .Select(same =>
            {
                var steps = Conformance.Of([.. same.Select(move => new StageStep(
                    move.OpportunityId, stages[move.FromStageId!.Value].Stage.Order, stages[move.ToStageId].Stage.Order, move.DaysBefore, stages[move.FromStageId.Value].Stage.MaxDays))]);
                var name = same.Key.SellerName ?? (same.Key.UserId is { } user ? names.GetValueOrDefault(user) : null);
                return new ConformanceRow(same.Key.UserId, name, steps.Deals, steps.Moves, steps.Skipped, steps.Repeated, steps.TooLong, steps.Share);
            }).OrderByDescending(row => row.Moves)];
    }

    [Reads(CrmPermissions.SellingReports.Default)]
    public virtual async Task<List<AnswerTimeRow>> GetAnswerTimesAsync(ProcessInput input)
    {
        var (start, end, now) = (input.From!.Value.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), input.Before!.Value.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), Clock.Now);
        var handed = await AsyncExecuter.ToListAsync((await leads.GetQueryableAsync())
            .Where(lead => lead.AssignedAt >= start && lead.AssignedAt < end).OrderByDescending(lead => lead.AssignedAt).Take(MaxLeads)
            .Select(lead => new { lead.OwnerId, AssignedAt = lead.AssignedAt!.Value, lead.AnsweredAt, lead.AnswerDueAt }));
        var (time, names) = (await calendars.GetWorkingTimeAsync(), await userNames.GetAsync(handed.Select(lead => lead.OwnerId)));
        return [.. handed.GroupBy(lead => lead.OwnerId).Select(same =>
        {
            var minutes = same.Where(lead => lead.AnsweredAt is not null).Select(lead => time.Between(lead.AssignedAt, lead.AnsweredAt!.Value).TotalMinutes).Order().ToList();
            return new AnswerTimeRow(
                same.Key, same.Key is { } user ? names.GetValueOrDefault(user) : null, minutes.Count, same.Count() - minutes.Count, same.Count(lead => (lead.AnsweredAt ?? now) > lead.AnswerDueAt),
                minutes.Count == 0 ? null : minutes.Average(), AnswerTimes.Quantile(minutes, 0.5), AnswerTimes.Quantile(minutes, 0.9));
        }).OrderByDescending(row => row.Answered + row.Waiting)];
    }

    [Reads(CrmPermissions.SellingReports.Default)]
    public virtual async Task<List<QuotaRow>> GetQuotasAsync(MonthInput input)
    {
        await CheckSeesAmountsAsync();
        var (first, before) = (input.From!.Value, input.Before!.Value);
        var set = await OfMonthAsync(first);
        if (set.Count == 0)
        {
            return [];
        }
        var sums = await AsyncExecuter.ToListAsync(
            from opportunity in await opportunities.GetQueryableAsync()
            where (opportunity.State == OpportunityState.Won && opportunity.ClosedOn >= first && opportunity.ClosedOn < before)
                || (opportunity.State == OpportunityState.Open && opportunity.ExpectedClose >= first && opportunity.ExpectedClose < before)
            group opportunity by new { opportunity.OwnerId, opportunity.State, opportunity.Amount.Currency } into same
            select new { same.Key.OwnerId, same.Key.State, same.Key.Currency, Amount = same.Sum(one => one.Amount.Amount), Weighted = same.Sum(one => one.Amount.Amount * one.Probability) });
        var names = await userNames.GetAsync(set.Select(quota => quota.OwnerId));
        return [.. set.Select(quota =>
        {
            var own = sums.FindAll(sum => sum.Currency == quota.Amount.Currency && (quota.OwnerId is null || sum.OwnerId == quota.OwnerId));
            return new QuotaRow(
                quota.OwnerId, quota.OwnerId is { } owner ? names.GetValueOrDefault(owner, "—") : null, quota.Amount,
                new Money(own.Where(sum => sum.State == OpportunityState.Won).Sum(sum => sum.Amount), quota.Amount.Currency),
                Rounded(own.Where(sum => sum.State == OpportunityState.Open).Sum(sum => sum.Weighted), quota.Amount.Currency));
        })];
    }

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task<List<SetQuotaDto>> GetSetQuotasAsync(DateOnly month) => (await OfMonthAsync(month)).ConvertAll(quota => new SetQuotaDto
    {
        OwnerId = quota.OwnerId, Amount = quota.Amount.ToDecimal(), Currency = quota.Amount.Currency, Was = Told(quota.Amount)
    });

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task SetQuotasAsync(SetQuotasDto input)
    {
        await TakeTurnAsync();
        var month = FirstOf(input.Month!.Value);
        var known = await OfMonthAsync(month);
        foreach (var sent in input.Quotas)
        {
            var (quota, amount) = (known.Find(quota => quota.OwnerId == sent.OwnerId), Money.Of(sent.Amount ?? 0, sent.Currency));
            if (Told(amount) == sent.Was || Told(amount) == Told(quota?.Amount))
            {
                continue;
            }
            await RefuseWhenChangedAsync(sent, quota);
            await SetAsync(known, quota, sent.OwnerId, month, amount);
        }
    }

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task<int> CopyQuotasAsync(CopyQuotasDto input)
    {
        await TakeTurnAsync();
        var month = FirstOf(input.To!.Value);
        var there = (await OfMonthAsync(month)).ConvertAll(quota => quota.OwnerId);
        var missing = (await OfMonthAsync(input.From!.Value)).FindAll(quota => !there.Contains(quota.OwnerId));
        await quotas.InsertManyAsync(missing.ConvertAll(quota => new SalesQuota(GuidGenerator.Create(), quota.OwnerId, month, quota.Amount, CurrentTenant.Id)));
        return missing.Count;
    }

    /// <summary>Of two who set quotas at once the second reads what the first has set.</summary>
    private Task TakeTurnAsync() => numbering.HoldAsync(QuotaTurn);

    private async Task SetAsync(List<SalesQuota> known, SalesQuota? quota, Guid? ownerId, DateOnly month, Money amount)
    {
        if (quota is null)
        {
            await RefuseUnknownAsync(ownerId);
            known.Add(await quotas.InsertAsync(new SalesQuota(GuidGenerator.Create(), ownerId, month, amount, CurrentTenant.Id)));
        }
        else if (amount.IsZero)
        {
            quota.TakeAway();
            known.Remove(quota);
            await quotas.UpdateAsync(quota, autoSave: true); // what is deleted is read anew, and would keep its place
            await quotas.DeleteAsync(quota);
        }
        else
        {
            quota.Set(amount);
        }
    }

    /// <exception cref="BusinessException">Somebody else set it since it was read.</exception>
    private async Task RefuseWhenChangedAsync(SetQuotaDto sent, SalesQuota? quota)
    {
        if (sent.Was is null || sent.Was == Told(quota?.Amount))
        {
            return;
        }
        var by = quota?.LastModifierId ?? quota?.CreatorId;
        var names = await userNames.GetAsync([sent.OwnerId, by]);
        throw new BusinessException(CrmErrorCodes.QuotaChangedMeanwhile)
            .WithData("Owner", sent.OwnerId is { } owner ? names.GetValueOrDefault(owner, "—") : L["Process:Together"].Value)
            .WithData("Amount", quota is null ? "—" : quota.Amount)
            .WithData("User", by is { } user ? names.GetValueOrDefault(user, "—") : "—");
    }

    /// <exception cref="BusinessException">Nobody of this organisation has the id.</exception>
    private async Task RefuseUnknownAsync(Guid? ownerId)
    {
        if (ownerId is { } id && await users.FindByIdAsync(id) is null)
        {
            throw new BusinessException(CrmErrorCodes.QuotaOfUnknown);
        }
    }

    private static string Told(Money? amount) => amount is { IsZero: false } set ? string.Create(CultureInfo.InvariantCulture, $"{set.Amount} {set.Currency}") : "";

    private static DateOnly FirstOf(DateOnly day) => day.AddDays(1 - JalaliCalendar.FromDate(day).Day);

    /// <param name="day">Any day of the month.</param>
    private async Task<List<SalesQuota>> OfMonthAsync(DateOnly day)
    {
        var month = FirstOf(day);
        return [.. (await AsyncExecuter.ToListAsync((await quotas.WithDetailsAsync()).Where(quota => quota.Month == month))).OrderBy(quota => quota.OwnerId is not null)];
    }

    private static PipelineChange ChangeOf(Guid? from, Guid to, OpportunityState state, Dictionary<Guid, int> places) =>
        state == OpportunityState.Won ? PipelineChange.Won
        : state == OpportunityState.Lost ? PipelineChange.Lost
        : from is null ? PipelineChange.Opened
        : from == to ? PipelineChange.Reopened
        : places.GetValueOrDefault(to) >= places.GetValueOrDefault(from.Value) ? PipelineChange.Advanced
        : PipelineChange.WentBack;

    /// <summary>Here are sums of what opportunities are worth.</summary>
    private async Task CheckSeesAmountsAsync()
    {
        if (!await rows.SeesAmountsAsync())
        {
            throw new AbpAuthorizationException();
        }
    }

    private static Money Rounded(decimal amount, string currency) => new((long)Math.Round(amount, MidpointRounding.AwayFromZero), currency);
}
