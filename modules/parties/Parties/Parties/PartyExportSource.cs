using System.Globalization;
using Kernel.Exporting;
using Microsoft.Extensions.Localization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Linq;
using Volo.Abp.Localization;

namespace Parties.Parties;

public class PartyExportSource(IPartyAppService parties, PartyFinder finder, IAsyncQueryableExecuter executer, IStringLocalizer<PartiesResource> texts)
    : IExportSource, ITransientDependency
{
    private const int PageSize = 1000;

    public string Name => "parties";
    public string Entity => PartiesPermissions.Parties.Default;
    public string Permission => PartiesPermissions.Parties.Export;
    public ILocalizableString DisplayName => LocalizableString.Create<PartiesResource>("Parties");
    public IReadOnlyList<string> Columns => [texts["Number"], texts["Export:Name"], texts["Kind"], texts["Roles"], texts["Group"], texts["Export:Phone"]];

    public virtual async Task<int> CountAsync(IReadOnlyDictionary<string, string> filter)
    {
        var input = InputOf(filter);
        return await executer.CountAsync(await finder.FindAsync(input.Text, input.Role, input.Kind, input.Group));
    }

    public virtual async IAsyncEnumerable<IReadOnlyList<string?>> ReadAsync(IReadOnlyDictionary<string, string> filter)
    {
        var input = InputOf(filter);
        var rows = ExportPages.ReadAsync<PartyListRow>(async last =>
        {
            (input.AfterKey, input.AfterId) = (last?.SortKey, last?.Id);
            var page = await parties.GetListAsync(input);
            return (page.Rows, page.HasMore);
        });
        await foreach (var row in rows)
        {
            yield return [row.Number, row.Name, texts["Enum:PartyKind." + row.Kind], string.Join(" ", PartyRoles.Parse(row.RoleTokens).Select(role => texts["Role:" + role])), row.Group, row.Phone];
        }
    }

    private static PartyListInput InputOf(IReadOnlyDictionary<string, string> filter) => new()
    {
        Text = filter.GetValueOrDefault("q"), Role = filter.GetValueOrDefault("role"), Group = filter.GetValueOrDefault("group"), Max = PageSize, Whole = true,
        Kind = Enum.TryParse<PartyKind>(filter.GetValueOrDefault("kind"), out var kind) ? kind : null
    };
}
