using Kernel.Statements;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;

namespace Parties.Parties;

/// <summary>The query behind every list and picker of parties.</summary>
public class PartyFinder(
    IReadOnlyRepository<Party, Guid> parties,
    IReadOnlyRepository<PartyContactPoint> contactPoints,
    IReadOnlyRepository<PartyIdentifier> identifiers,
    PartyFields fields,
    PartyCandidates candidates,
    IStatementPlans plans) : ITransientDependency
{
    /// <param name="text">Parts of the name or number in any order; or the end of a telephone, or a whole identifier, as far as the reader sees them.</param>
    /// <exception cref="Volo.Abp.BusinessException">A whole telephone, identifier or address of mail, by a reader who does not see such.</exception>
    public async Task<IQueryable<Party>> FindAsync(string? text, string? role, PartyKind? kind, string? group = null)
    {
        var query = await SearchAsync(text);
        if (kind is not null)
        {
            query = query.Where(party => party.Kind == kind);
        }
        if (!string.IsNullOrEmpty(role))
        {
            var token = PartyRoles.Token(role);
            query = query.Where(party => party.RoleTokens.Contains(token));
        }
        if (PartyGroups.Read(group).Key is { } key)
        {
            query = query.Where(party => party.GroupKey == key);
        }
        return query;
    }

    /// <summary>As <see cref="FindAsync"/>, for a picker: of many that fit the first among some.</summary>
    public async Task<IQueryable<Party>> FindSomeAsync(string? text, string? role, PartyKind? kind, int rows)
    {
        var (found, _) = await NarrowAsync(text, await FindAsync(text, role, kind), rows);
        return found;
    }

    /// <returns>Of many that fit the first among some, and whether others were not looked at (<see cref="PartyCandidates"/>).</returns>
    public async Task<(IQueryable<Party> Found, bool Stopped)> NarrowAsync(string? text, IQueryable<Party> found, int rows)
    {
        var all = await parties.GetQueryableAsync();
        return await candidates.FindAsync(text, CandidatesOf(all), CandidatesOf(found), rows) is { Ids: var ids, Stopped: var stopped }
            ? (all.Where(party => ids.Contains(party.Id)), stopped)
            : (found, false);
    }

    private static IQueryable<PartyCandidate> CandidatesOf(IQueryable<Party> all) => all.Select(party => new PartyCandidate(party.Id, party.SortKey));

    private async Task<IQueryable<Party>> SearchAsync(string? text)
    {
        var (all, search) = (await parties.GetQueryableAsync(), new PartySearch(text));
        var (named, access) = (search.Apply(all, party => party.SearchKey), await fields.GetAccessAsync(search));
        if (search.PhoneFrom is null)
        {
            return named;
        }
        var owners = search.Owners(named.Select(party => party.Id), access,
            (await contactPoints.GetQueryableAsync()).Select(point => new PartyKey { PartyId = point.PartyId, Key = point.PhoneKey }),
            (await identifiers.GetQueryableAsync()).Select(identifier => new PartyKey { PartyId = identifier.PartyId, Key = identifier.Value }));
        return owners is null ? named : plans.Once(all.Where(party => owners.Contains(party.Id)));
    }
}
