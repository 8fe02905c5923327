using Kernel.Auditing;
using Parties.Links;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;

namespace Parties.Parties;

public class PartyRecordSource(IPartyReader parties, IPermissionChecker permissions, PartyLinks links) : IRecordSource, ITransientDependency
{
    public virtual async Task<IReadOnlyList<RecordName>> GetAsync(IReadOnlyCollection<Guid> ids)
    {
        var records = new List<RecordName>();
        if (!await permissions.IsGrantedAsync(PartiesPermissions.Parties.Default)) { return records; }
        foreach (var party in await parties.GetNamesAsync(ids))
        {
            records.Add(new RecordName(party.Id, party.Name, await links.PrimaryUrlAsync(party.Id)));
        }
        return records;
    }
}
