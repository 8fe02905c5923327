using System.Globalization;
using Crm.Localization;
using Crm.Permissions;
using Kernel.Exporting;
using Microsoft.Extensions.Localization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;
using Volo.Abp.Localization;

namespace Crm.Leads;

/// <summary>Days are in UTC.</summary>
public class LeadExportSource(
    ILeadAppService service, LeadFinder finder, LeadFields fields, IReadOnlyRepository<Lead, Guid> leads, IAsyncQueryableExecuter executer,
    IStringLocalizer<CrmResource> texts) : IExportSource, ITransientDependency
{
    private const int PageSize = 1000;

    public string Name => "leads";
    public string Entity => CrmPermissions.Leads.Default;
    public string Permission => CrmPermissions.Leads.Export;
    public ILocalizableString DisplayName => LocalizableString.Create<CrmResource>("Menu:Leads");

    public IReadOnlyList<string> Columns =>
    [
        texts["Lead"], texts["Lead:PersonName"], texts["Status"], texts["Lead:Source"], texts["Lead:FirstTouch"], texts["Lead:LastTouch"],
        texts["File:NextStep"], texts["Activity:DueOn"], texts["Owner"], texts["Mobile"], texts["Landline"], texts["Email"]
    ];

    public virtual async Task<int> CountAsync(IReadOnlyDictionary<string, string> filter) => await executer.CountAsync(await finder.FindAsync(InputOf(filter)));

    public virtual async IAsyncEnumerable<IReadOnlyList<string?>> ReadAsync(IReadOnlyDictionary<string, string> filter)
    {
        var input = InputOf(filter);
        var lines = ExportPages.ReadAsync<Line>(async last =>
        {
            (input.AfterAt, input.AfterId) = (last?.Row.FirstTouchAt, last?.Row.Id);
            var page = await service.GetListAsync(input);
            return (await WithReachAsync(page.Rows), page.HasMore);
        });
        await foreach (var (row, reach) in lines)
        {
            yield return
            [
                row.Name, row.PersonName, texts["Enum:LeadStatus." + row.Status], row.Source, Day(row.FirstTouchAt), Day(row.LastTouchAt),
                row.NextStep, row.NextStepOn?.ToString("O", CultureInfo.InvariantCulture), row.OwnerName, reach.Mobile, reach.Phone, reach.Email
            ];
        }
    }

    /// <summary>The queue shows neither telephones nor mail; a file holds them as far as its reader sees them.</summary>
    private async Task<List<Line>> WithReachAsync(List<LeadRow> rows)
    {
        var (access, ids) = (await fields.GetAccessAsync(), rows.ConvertAll(row => row.Id));
        var reach = (await executer.ToListAsync((await leads.GetQueryableAsync()).Where(lead => ids.Contains(lead.Id))
            .Select(lead => new { lead.Id, Fields = new SaveLeadDto { Mobile = lead.Mobile, Phone = lead.Phone, Email = lead.Email } }))).ToDictionary(lead => lead.Id, lead => lead.Fields);
        return rows.ConvertAll(row => new Line(row, LeadFields.Cover(reach.GetValueOrDefault(row.Id) ?? new SaveLeadDto(), access)));
    }

    private static LeadListInput InputOf(IReadOnlyDictionary<string, string> filter) => new()
    {
        Text = filter.GetValueOrDefault("q"), Max = PageSize,
        Status = Enum.TryParse<LeadStatus>(filter.GetValueOrDefault("status"), out var status) ? status : null,
        SourceId = Guid.TryParse(filter.GetValueOrDefault("sourceid"), out var source) ? source : null,
        Mine = filter.GetValueOrDefault("mine") == "true", Stale = filter.GetValueOrDefault("stale") == "true",
        Late = filter.GetValueOrDefault("late") == "true", MinScore = int.TryParse(filter.GetValueOrDefault("minscore"), out var least) ? least : null,
    };

    private static string Day(DateTime instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Line(LeadRow Row, SaveLeadDto Reach);
}
