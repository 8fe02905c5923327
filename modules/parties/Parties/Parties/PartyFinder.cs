using Kernel.Rights;
using Kernel.Texts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;

namespace Parties.Parties;

/// <summary>The query behind every list and picker of parties.</summary>
public class PartyFinder(
    IReadOnlyRepository<Party, Guid> parties,
    IReadOnlyRepository<PartyContactPoint> contactPoints,
    IReadOnlyRepository<PartyIdentifier> identifiers,
    PartyFields fields,
    PartyCandidates candidates) : ITransientDependency
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
        var (all, search, access) = (await parties.GetQueryableAsync(), new PartySearch(text), await fields.GetAccessAsync());
        var named = search.Apply(all, party => party.SearchKey);
        Refuse(search, access);
        if (search.PhoneFrom is not { } from || access is { Phone: < FieldAccess.Visible, Identifiers: < FieldAccess.Visible })
        {
            return named;
        }
        var (to, value) = (search.PhoneTo, PersianText.CompactKey(text));
        var ids = named.Select(party => party.Id);
        if (access.Phone >= FieldAccess.Visible)
        {
            ids = ids.Union((await contactPoints.GetQueryableAsync())
                .Where(point => point.PhoneKey!.CompareTo(from) >= 0 && point.PhoneKey.CompareTo(to) < 0)
                .Select(point => point.PartyId));
        }
        if (access.Identifiers >= FieldAccess.Visible)
        {
            ids = ids.Union((await identifiers.GetQueryableAsync())
                .Where(identifier => identifier.Value == value)
                .Select(identifier => identifier.PartyId));
        }
        return all.Where(party => ids.Contains(party.Id));
    }

    /// <summary>A whole telephone or identifier means nothing else; the digits of a number do.</summary>
    private void Refuse(PartySearch search, PartyAccess access)
    {
        if (search.IsWholePhone && access.Phone < FieldAccess.Visible)
        {
            throw fields.NotSearchable(PartyField.Phone);
        }
        if (search.IsWholeIdentifier && access.Identifiers < FieldAccess.Visible)
        {
            throw fields.NotSearchable(PartyField.Identifiers);
        }
        if (search.IsEmail && access.Email < FieldAccess.Visible)
        {
            throw fields.NotSearchable(PartyField.Email);
        }
    }
}
