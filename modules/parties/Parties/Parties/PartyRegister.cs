using Kernel.Texts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Linq;
using Volo.Abp.MultiTenancy;

namespace Parties.Parties;

public class PartyRegister(
    IRepository<Party, Guid> parties, IReadOnlyRepository<PartyIdentifier> identifiers, PartyManager manager,
    IAsyncQueryableExecuter executer, IGuidGenerator guids, ICurrentTenant tenant) : IPartyRegister, ITransientDependency
{
    public async Task<IReadOnlyDictionary<string, Guid>> EnsureAsync(string source, IReadOnlyCollection<ExternalParty> wanted)
    {
        var (keys, name) = (wanted.Select(party => party.Key).Distinct().ToList(), PersianText.SearchKey(source));
        var known = (await executer.ToListAsync((await identifiers.GetQueryableAsync())
                .Where(identifier => identifier.Type == PartyIdentifierType.External && identifier.Source == name && keys.Contains(identifier.Value))
                .Select(identifier => new { identifier.Value, identifier.PartyId })))
            .ToDictionary(identifier => identifier.Value, identifier => identifier.PartyId);

        var missing = wanted.Where(party => !known.ContainsKey(party.Key)).DistinctBy(party => party.Key).ToList();
        if (missing.Count > 0)
        {
            var numbers = await manager.NextNumbersAsync(missing.Count);
            var made = missing.Select((party, i) => Make(party, source, numbers[i])).ToList();
            await parties.InsertManyAsync(made, autoSave: true);
            foreach (var (party, wish) in made.Zip(missing))
            {
                known[wish.Key] = party.Id;
            }
        }
        return known;
    }

    private Party Make(ExternalParty wanted, string source, string number)
    {
        var party = wanted.Kind == PartyKind.Person
            ? Party.Person(guids.Create(), number, null, wanted.Name, tenant.Id)
            : Party.Company(guids.Create(), number, wanted.Name, tenant.Id);
        party.Identify(PartyIdentifierType.External, wanted.Key, source);
        party.AddRole(wanted.Role);
        if (wanted.Address is not null)
        {
            party.AddAddress(null, null, wanted.Address, null);
        }
        return party;
    }
}
