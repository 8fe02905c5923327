using System.Globalization;
using Crm.Localization;
using Crm.Permissions;
using Crm.Pipelines;
using Kernel.Exporting;
using Microsoft.Extensions.Localization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Linq;
using Volo.Abp.Localization;

namespace Crm.Opportunities;

/// <summary>Amounts are empty for whoever does not see them.</summary>
public class OpportunityExportSource(
    IOpportunityAppService opportunities, OpportunityRows rows, IPipelineAppService pipelines, IAsyncQueryableExecuter executer, IStringLocalizer<CrmResource> texts)
    : IExportSource, ITransientDependency
{
    private const int PageSize = 1000;

    /// <summary>In the list's address, where no state at all means the open ones.</summary>
    public const string AnyState = "Any";

    public string Name => "opportunities";
    public string Entity => CrmPermissions.Opportunities.Default;
    public string Permission => CrmPermissions.Opportunities.Export;
    public ILocalizableString DisplayName => LocalizableString.Create<CrmResource>("Menu:Opportunities");

    public IReadOnlyList<string> Columns =>
    [
        texts["Opportunity"], texts["Customer"], texts["Stage"], texts["Status"], texts["Amount"], texts["Currency"], texts["Opportunity:Probability"],
        texts["Opportunity:OpenedOn"], texts["Opportunity:ExpectedClose"], texts["Opportunity:ClosedOn"], texts["File:NextStep"], texts["Activity:DueOn"], texts["Owner"]
    ];

    public virtual async Task<int> CountAsync(IReadOnlyDictionary<string, string> filter) =>
        await executer.CountAsync(await rows.SelectAsync(await rows.FindAsync(InputOf(filter))));

    public virtual async IAsyncEnumerable<IReadOnlyList<string?>> ReadAsync(IReadOnlyDictionary<string, string> filter)
    {
        var input = InputOf(filter);
        var stages = (await pipelines.GetListAsync()).SelectMany(pipeline => pipeline.Stages).ToDictionary(stage => stage.Id, stage => stage.Name);
        var found = ExportPages.ReadAsync<OpportunityRow>(async last =>
        {
            (input.AfterOn, input.AfterId) = (last?.OpenedOn, last?.Id);
            var page = await opportunities.GetListAsync(input);
            return (page.Rows, page.HasMore);
        });
        await foreach (var row in found)
        {
            yield return
            [
                row.Title, row.CustomerName, stages.GetValueOrDefault(row.StageId), texts["Enum:OpportunityState." + row.State],
                row.Amount?.ToDecimal().ToString(CultureInfo.InvariantCulture), row.Amount?.Currency, row.Probability.ToString(CultureInfo.InvariantCulture),
                Day(row.OpenedOn), Day(row.ExpectedClose), Day(row.ClosedOn), row.NextStep, Day(row.NextStepOn), row.OwnerName
            ];
        }
    }

    private static OpportunityListInput InputOf(IReadOnlyDictionary<string, string> filter) => new()
    {
        Text = filter.GetValueOrDefault("q"), Mine = filter.GetValueOrDefault("mine") == "true", Max = PageSize,
        StageId = Guid.TryParse(filter.GetValueOrDefault("stageid"), out var stage) ? stage : null,
        CustomerId = Guid.TryParse(filter.GetValueOrDefault("customerid"), out var customer) ? customer : null,
        State = filter.GetValueOrDefault("state") switch
        {
            AnyState => null,
            var word => Enum.TryParse<OpportunityState>(word, out var state) ? state : OpportunityState.Open
        },
        CloseFrom = DayOf(filter.GetValueOrDefault("closefrom")), CloseBefore = DayOf(filter.GetValueOrDefault("closebefore"))
    };

    private static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
