using Kernel.Searching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Parties.Links;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Linq;

namespace Parties.Parties;

/// <summary>People and companies in the workspace's one search box.</summary>
public class PartySearchSource(
    PartyFinder finder, PartyLinks links, IAsyncQueryableExecuter executer,
    IAuthorizationService authorization, IStringLocalizer<PartiesResource> texts) : ISearchSource, ITransientDependency
{
    public virtual async Task<IReadOnlyList<SearchHit>> SearchAsync(string text, int max)
    {
        if (!await authorization.IsGrantedAsync(PartiesPermissions.Parties.Default))
        {
            return [];
        }
        var found = await executer.ToListAsync((await finder.FindSomeAsync(text, role: null, kind: null, max))
            .OrderBy(party => party.SortKey).ThenBy(party => party.Id)
            .Take(max)
            .Select(party => new { party.Id, party.Kind, party.Name, party.Number }));
        var hits = new List<SearchHit>();
        foreach (var party in found)
        {
            hits.Add(new SearchHit(
                texts["Menu:Parties"], party.Kind == PartyKind.Person ? "person" : "company", party.Name, party.Number, await links.PrimaryUrlAsync(party.Id)));
        }
        return hits;
    }
}
