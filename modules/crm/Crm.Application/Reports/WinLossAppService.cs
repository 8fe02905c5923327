using Crm.Choices;
using Crm.Opportunities;
using Crm.Permissions;
using Crm.Pipelines;
using Crm.Users;
using Kernel.Monetary;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Parties.Parties;
using Volo.Abp.Authorization;
using Volo.Abp.Domain.Repositories;

namespace Crm.Reports;

[Authorize(CrmPermissions.SellingReports.Default)]
public class WinLossAppService(
    IReadOnlyRepository<Opportunity, Guid> opportunities, IReadOnlyRepository<PartyRow, Guid> parties,
    OpportunityRows rows, ChoiceReader choices, PipelineReader pipelines, UserNames userNames) : CrmAppService, IWinLossAppService
{
    /// <summary>Here are sums of what opportunities are worth.</summary>
    private async Task CheckSeesAmountsAsync()
    {
        if (!await rows.SeesAmountsAsync())
        {
            throw new AbpAuthorizationException();
        }
    }

    [Reads(CrmPermissions.SellingReports.Default)]
    public virtual async Task<List<WinLossRow>> GetListAsync(WinLossInput input)
    {
        await CheckSeesAmountsAsync();
        var closed = (await opportunities.GetQueryableAsync()).Where(opportunity => opportunity.ClosedOn != null);
        if (input.From is { } from) { closed = closed.Where(opportunity => opportunity.ClosedOn >= from); }
        if (input.Before is { } before) { closed = closed.Where(opportunity => opportunity.ClosedOn < before); }

        var sums = input.By == WinLossBy.ClosedOn ? await GetByDayAsync(closed) : await AsyncExecuter.ToListAsync(
            from fact in await FactsAsync(closed, input.By)
            group fact by new { fact.Key, fact.Text, fact.Currency } into same
            select new Sum
            {
                Key = same.Key.Key,
                Text = same.Key.Text,
                Currency = same.Key.Currency,
                Won = same.Count(fact => fact.IsWon),
                Lost = same.Count(fact => !fact.IsWon),
                Value = same.Sum(fact => fact.IsWon ? fact.Amount : 0),
                Days = same.Sum(fact => (long)fact.CycleDays),
                WonDays = same.Sum(fact => fact.IsWon ? (long)fact.CycleDays : 0),
            });
        var names = await NamesAsync(input.By, sums);
        var (byKey, byText) = (input.By is not (WinLossBy.Product or WinLossBy.Nothing or WinLossBy.ClosedOn), input.By is WinLossBy.Seller or WinLossBy.Product or WinLossBy.Customer);
        return [.. sums.GroupBy(sum => (Key: byKey ? sum.Key : null, Text: byText ? sum.Text : null, sum.Day))
            .Select(same => Row(same.Key.Key, same.Key.Text ?? (same.Key.Key is { } key ? names.GetValueOrDefault(key) : null), same.Key.Day, [.. same]))
            .OrderBy(row => row.Day).ThenByDescending(row => row.Closed)];
    }

    [Reads(CrmPermissions.SellingReports.Default)]
    public virtual async Task<List<WonByAgeDto>> GetWonByAgeAsync(WinLossInput input)
    {
        var opened = await opportunities.GetQueryableAsync();
        if (input.From is { } from) { opened = opened.Where(opportunity => opportunity.OpenedOn >= from); }
        if (input.Before is { } before) { opened = opened.Where(opportunity => opportunity.OpenedOn < before); }
        var counts = await AsyncExecuter.ToListAsync(
            from opportunity in opened
            group opportunity by new { opportunity.State, opportunity.CycleDays, OpenedOn = opportunity.CycleDays == null ? opportunity.OpenedOn : (DateOnly?)null } into same
            select new { same.Key.State, same.Key.CycleDays, same.Key.OpenedOn, Count = same.Count() });
        var today = input.Today ?? DateOnly.FromDateTime(Clock.Now);
        return [.. WonByAge.Of(counts.Select(same => new AgedDeals(
                same.CycleDays ?? today.DayNumber - same.OpenedOn!.Value.DayNumber, same.State == OpportunityState.Won, same.State == OpportunityState.Lost, same.Count)))
            .Select(point => new WonByAgeDto(point.Days, point.Share))];
    }

    [Reads(CrmPermissions.SellingReports.Default)]
    public virtual async Task<List<ForecastRow>> GetForecastAsync(ForecastInput input)
    {
        await CheckSeesAmountsAsync();
        var sums = await AsyncExecuter.ToListAsync(
            from opportunity in await opportunities.GetQueryableAsync()
            where opportunity.State == OpportunityState.Open
            group opportunity by new { opportunity.ExpectedClose, opportunity.Amount.Currency } into same
            select new
            {
                same.Key.ExpectedClose,
                same.Key.Currency,
                Count = same.Count(),
                Amount = same.Sum(opportunity => opportunity.Amount.Amount),
                Weighted = same.Sum(opportunity => opportunity.Amount.Amount * opportunity.Probability),
                Variance = same.Sum(opportunity =>
                    (double)opportunity.Amount.Amount * (double)opportunity.Amount.Amount * (double)opportunity.Probability * (1 - (double)opportunity.Probability)),
            });
        return [.. sums.GroupBy(sum => (Month: MonthOf(sum.ExpectedClose, input.Months), sum.Currency))
            .OrderBy(same => same.Key.Month ?? DateOnly.MaxValue).ThenBy(same => same.Key.Currency)
            .Select(same => new ForecastRow(
                same.Key.Month, same.Sum(sum => sum.Count), new Money(same.Sum(sum => sum.Amount), same.Key.Currency),
                Rounded(same.Sum(sum => sum.Weighted), same.Key.Currency),
                Rounded((decimal)Math.Sqrt(same.Sum(sum => sum.Variance)), same.Key.Currency)))];
    }

    private static DateOnly? MonthOf(DateOnly? day, List<DateOnly> months)
    {
        var index = day is null ? -1 : months.FindLastIndex(first => first <= day);
        return index < 0 || index == months.Count - 1 ? null : months[index];
    }

    private async Task<List<Sum>> GetByDayAsync(IQueryable<Opportunity> closed) => await AsyncExecuter.ToListAsync(
        from opportunity in closed
        group opportunity by new { opportunity.ClosedOn, opportunity.Amount.Currency } into same
        select new Sum
        {
            Day = same.Key.ClosedOn,
            Currency = same.Key.Currency,
            Won = same.Count(one => one.State == OpportunityState.Won),
            Lost = same.Count(one => one.State == OpportunityState.Lost),
            Value = same.Sum(one => one.State == OpportunityState.Won ? one.Amount.Amount : 0),
            Days = same.Sum(one => (long)one.CycleDays!.Value),
            WonDays = same.Sum(one => one.State == OpportunityState.Won ? (long)one.CycleDays!.Value : 0),
        });

    /// <remarks>What a dimension does not part by is filled with a column that is the same in the whole group, since a group of constants has no plan in every database.</remarks>
    private async Task<IQueryable<Fact>> FactsAsync(IQueryable<Opportunity> closed, WinLossBy by)
    {
        var names = await parties.GetQueryableAsync();
        return by switch
        {
            WinLossBy.Seller => closed.Select(o => new Fact { Key = o.SellerName == null ? o.OwnerId : o.TenantId, Text = o.SellerName, Currency = o.Amount.Currency, Amount = o.Amount.Amount, IsWon = o.State == OpportunityState.Won, CycleDays = o.CycleDays!.Value }),
            WinLossBy.Product => closed.Select(o => new Fact { Key = o.TenantId, Text = o.Product, Currency = o.Amount.Currency, Amount = o.Amount.Amount, IsWon = o.State == OpportunityState.Won, CycleDays = o.CycleDays!.Value }),
            WinLossBy.Source => closed.Select(o => new Fact { Key = o.SourceId, Text = o.Amount.Currency, Currency = o.Amount.Currency, Amount = o.Amount.Amount, IsWon = o.State == OpportunityState.Won, CycleDays = o.CycleDays!.Value }),
            WinLossBy.Competitor => closed.Select(o => new Fact { Key = o.CompetitorId, Text = o.Amount.Currency, Currency = o.Amount.Currency, Amount = o.Amount.Amount, IsWon = o.State == OpportunityState.Won, CycleDays = o.CycleDays!.Value }),
            WinLossBy.Reason => closed.Select(o => new Fact { Key = o.ReasonId, Text = o.Amount.Currency, Currency = o.Amount.Currency, Amount = o.Amount.Amount, IsWon = o.State == OpportunityState.Won, CycleDays = o.CycleDays!.Value }),
            WinLossBy.Stage => closed.Select(o => new Fact { Key = o.StageId, Text = o.Amount.Currency, Currency = o.Amount.Currency, Amount = o.Amount.Amount, IsWon = o.State == OpportunityState.Won, CycleDays = o.CycleDays!.Value }),
            WinLossBy.Pipeline => closed.Select(o => new Fact { Key = o.PipelineId, Text = o.Amount.Currency, Currency = o.Amount.Currency, Amount = o.Amount.Amount, IsWon = o.State == OpportunityState.Won, CycleDays = o.CycleDays!.Value }),
            WinLossBy.Customer => from o in closed
                                  join party in names on o.CustomerId equals party.Id
                                  select new Fact { Key = o.CustomerId, Text = party.Name, Currency = o.Amount.Currency, Amount = o.Amount.Amount, IsWon = o.State == OpportunityState.Won, CycleDays = o.CycleDays!.Value },
            _ => closed.Select(o => new Fact { Key = o.TenantId, Text = o.Amount.Currency, Currency = o.Amount.Currency, Amount = o.Amount.Amount, IsWon = o.State == OpportunityState.Won, CycleDays = o.CycleDays!.Value }),
        };
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(WinLossBy by, List<Sum> sums) => by switch
    {
        WinLossBy.Seller => new(await userNames.GetAsync(sums.Select(sum => sum.Key))),
        WinLossBy.Source or WinLossBy.Competitor or WinLossBy.Reason => (await choices.GetListAsync()).ToDictionary(choice => choice.Id, choice => choice.Name),
        WinLossBy.Pipeline => (await pipelines.GetListAsync()).ToDictionary(pipeline => pipeline.Id, pipeline => pipeline.Name),
        WinLossBy.Stage => (await pipelines.GetListAsync()).SelectMany(pipeline => pipeline.Stages).ToDictionary(stage => stage.Id, stage => stage.Name),
        _ => [],
    };

    private static WinLossRow Row(Guid? key, string? name, DateOnly? day, List<Sum> sums)
    {
        var (won, lost) = (sums.Sum(sum => sum.Won), sums.Sum(sum => sum.Lost));
        var rate = WinRate.Of(won, lost);
        return new WinLossRow(
            key, name, day, won, lost, rate.Rate, rate.Low, rate.High,
            [.. sums.Where(sum => sum.Value != 0).OrderByDescending(sum => sum.Value).Select(sum => new Money(sum.Value, sum.Currency))],
            won + lost == 0 ? null : (double)sums.Sum(sum => sum.Days) / (won + lost), won == 0 ? null : (double)sums.Sum(sum => sum.WonDays) / won);
    }

    private static Money Rounded(decimal amount, string currency) => new((long)Math.Round(amount, MidpointRounding.AwayFromZero), currency);

    private class Fact
    {
        public Guid? Key { get; init; }
        public string? Text { get; init; }
        public string Currency { get; init; } = null!;
        public long Amount { get; init; }
        public bool IsWon { get; init; }
        public int CycleDays { get; init; }
    }

    private class Sum
    {
        public Guid? Key { get; init; }
        public string? Text { get; init; }
        public DateOnly? Day { get; init; }
        public string Currency { get; init; } = null!;
        public int Won { get; init; }
        public int Lost { get; init; }
        public long Value { get; init; }
        public long Days { get; init; }
        public long WonDays { get; init; }
    }
}
