using Kernel.Texts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;

namespace Parties.Parties;

/// <summary>The query behind every list and picker of parties.</summary>
public class PartyFinder(
    IReadOnlyRepository<Party, Guid> parties,
    IReadOnlyRepository<PartyContactPoint> contactPoints,
    IReadOnlyRepository<PartyIdentifier> identifiers) : ITransientDependency
{
    /// <param name="text">Parts of the name or number in any order; or the end of a telephone, or a whole identifier.</param>
    public async Task<IQueryable<Party>> FindAsync(string? text, string? role, PartyKind? kind)
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
        return query;
    }

    private async Task<IQueryable<Party>> SearchAsync(string? text)
    {
        var (all, search) = (await parties.GetQueryableAsync(), new PartySearch(text));
        var named = search.Apply(all, party => party.SearchKey);
        if (search.PhoneFrom is not { } from)
        {
            return named;
        }
        var (to, value) = (search.PhoneTo, PersianText.CompactKey(text));
        var ids = named.Select(party => party.Id)
            .Union((await contactPoints.GetQueryableAsync())
                .Where(point => point.PhoneKey!.CompareTo(from) >= 0 && point.PhoneKey.CompareTo(to) < 0)
                .Select(point => point.PartyId))
            .Union((await identifiers.GetQueryableAsync())
                .Where(identifier => identifier.Value == value)
                .Select(identifier => identifier.PartyId));
        return all.Where(party => ids.Contains(party.Id));
    }
}
