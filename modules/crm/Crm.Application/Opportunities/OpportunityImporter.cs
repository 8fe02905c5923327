using System.Globalization;
using Crm.Choices;
using Crm.Customers;
using Crm.Permissions;
using Crm.Pipelines;
using Kernel;
using Kernel.Imports;
using Kernel.Monetary;
using Kernel.Texts;
using Parties.Parties;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Linq;
using Volo.Abp.Timing;
using Volo.Abp.Users;

namespace Crm.Opportunities;

/// <summary>
/// A history of opportunities from another system. Customers are found or made by name; a row with a known key changes nothing.
/// History asks no stage gate: what was won elsewhere was won.
/// </summary>
public class OpportunityImporter(
    IRepository<Opportunity, Guid> opportunities, IRepository<Pipeline, Guid> pipelines, IReadOnlyRepository<Choice, Guid> choices, IPartyRegister register,
    IAsyncQueryableExecuter executer, IGuidGenerator guids, IClock clock, ICurrentUser user) : IImporter, ITransientDependency
{
    private const string Key = "opportunity_id", Seller = "sales_agent", Product = "product", Account = "account", State = "deal_stage",
        Opened = "engage_date", Closed = "close_date", Value = "close_value", Currency = "currency";

    private const string Register = "opportunities";

    public string Name => "opportunities";

    public string? Permission => CrmPermissions.Opportunities.Create;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Key, true, "id", "deal id", "شناسه"),
        new(Seller, false, "owner", "seller", "agent", "فروشنده", "مسئول"),
        new(Product, false, "item", "کالا", "محصول"),
        new(Account, true, "customer", "company", "مشتری", "شرکت"),
        new(State, true, "stage", "state", "status", "مرحله", "وضعیت"),
        new(Opened, false, "opened", "open date", "تاریخ شروع"),
        new(Closed, false, "closed", "تاریخ بسته شدن"),
        new(Value, false, "amount", "value", "مبلغ"),
        new(Currency, false, "ارز"),
    ];

    public virtual async Task<IReadOnlyList<RowResult>> ImportAsync(ImportBatch batch)
    {
        var keys = batch.Rows.Select(row => row[Key]).OfType<string>().ToList();
        var known = (await executer.ToListAsync((await opportunities.GetQueryableAsync())
            .Where(opportunity => keys.Contains(opportunity.ExternalKey!)).Select(opportunity => opportunity.ExternalKey!))).ToHashSet();
        var pipeline = (await executer.ToListAsync((await pipelines.WithDetailsAsync()).Where(one => !one.IsRetired).OrderBy(one => one.Order).Take(1)))[0];
        var reason = (await executer.FirstOrDefaultAsync((await choices.GetQueryableAsync())
            .Where(choice => choice.Kind == ChoiceKind.LossReason).OrderByDescending(choice => choice.Code == SellingDataSeedContributor.NotRecorded).ThenBy(choice => choice.Order)))!.Id;
        var customers = await GetCustomersAsync(batch);
        var (made, results) = (new List<Opportunity>(), new List<RowResult>());
        foreach (var row in batch.Rows)
        {
            results.Add(Import(row, known, customers, pipeline, reason, made));
        }
        await opportunities.InsertManyAsync(made);
        return results;
    }

    private RowResult Import(ImportRow row, HashSet<string> known, IReadOnlyDictionary<string, Guid> customers, Pipeline pipeline, Guid reason, List<Opportunity> made)
    {
        if (row[Key] is not { } key)
        {
            return RowResult.Refused(row, KernelErrorCodes.Imports.Required, ("Column", Key));
        }
        if (row.Text(Account) is not { } account)
        {
            return RowResult.Refused(row, CrmErrorCodes.ImportWithoutCustomer);
        }
        if (Outcome(row[State]) is not { } outcome)
        {
            return RowResult.Refused(row, CrmErrorCodes.ImportUnknownState, ("Value", row[State] ?? ""));
        }
        if (!known.Add(key))
        {
            return RowResult.Unchanged(row);
        }
        var currency = row[Currency]?.ToUpperInvariant() ?? Currencies.Dollar;
        var (openedOn, closedOn) = (Day(row[Opened]), Day(row[Closed]));
        var amount = decimal.TryParse(PersianText.ToAsciiDigits(row[Value]), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : 0;
        made.Add(ToOpportunity(row, key, customers[PersianText.CompactKey(account)], pipeline, reason, outcome, openedOn, closedOn, Money.Of(amount, currency)));
        return RowResult.Created(row);
    }

    private Opportunity ToOpportunity(
        ImportRow row, string key, Guid customer, Pipeline pipeline, Guid reason, (OpportunityState State, bool IsEngaged) outcome, DateOnly? openedOn, DateOnly? closedOn, Money amount)
    {
        var today = DateOnly.FromDateTime(clock.Now);
        var product = row.Text(Product);
        var opportunity = new Customer(customer).OpenOpportunity(
            guids.Create(), product ?? key, pipeline, amount, null, openedOn ?? closedOn ?? today, clock.Now, guids.Create());
        opportunity.WasImported(key, row.Text(Seller));
        opportunity.SetProduct(product);
        opportunity.SetOwner(user.Id, null);
        if (outcome.IsEngaged && pipeline.Stages.OrderBy(stage => stage.Order).ElementAtOrDefault(1) is { } engaged)
        {
            opportunity.ChangePipeline(pipeline, engaged.Id, (openedOn ?? today).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), guids.Create(), openItems: []);
        }
        if (outcome.State == OpportunityState.Won)
        {
            opportunity.Win(closedOn ?? today, null, null, null, clock.Now, guids.Create(), openItems: []);
        }
        else if (outcome.State == OpportunityState.Lost)
        {
            opportunity.Lose(closedOn ?? today, reason, null, null, clock.Now, guids.Create());
        }
        return opportunity;
    }

    private async Task<IReadOnlyDictionary<string, Guid>> GetCustomersAsync(ImportBatch batch)
    {
        var wanted = batch.Rows.Select(row => row.Text(Account)).OfType<string>().GroupBy(PersianText.CompactKey)
            .Select(same => new ExternalParty(same.Key, PartyKind.Company, same.First(), PartyRoles.Customer)).ToList();
        return wanted.Count == 0 ? new Dictionary<string, Guid>() : await register.EnsureAsync(Register, wanted);
    }

    private static (OpportunityState State, bool IsEngaged)? Outcome(string? state) => PersianText.CompactKey(state) switch
    {
        "won" or "برنده" or "موفق" => (OpportunityState.Won, true),
        "lost" or "بازنده" or "ناموفق" => (OpportunityState.Lost, true),
        "prospecting" or "open" or "باز" => (OpportunityState.Open, false),
        "engaging" or "درجریان" => (OpportunityState.Open, true),
        _ => null,
    };

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(PersianText.ToAsciiDigits(text), ["yyyy-MM-dd", "yyyy/MM/dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.Year is > 1300 and < 1500 ? Kernel.Calendars.JalaliCalendar.ToDate(day.Year, day.Month, day.Day) : day
            : null;
}
