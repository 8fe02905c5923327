using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Linq;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Users;

namespace Parties.Parties;

public class PartySearchOptions
{
    /// <summary>Who sees no more parties than this searches all of them.</summary>
    public int Many { get; set; } = 100_000;

    /// <summary>At how many that fit a part of a name is looked among many.</summary>
    public int MaxCandidates { get; set; } = 1_000;
}

public record PartyCandidate(Guid Id, string SortKey);

/// <param name="Ids">Of the first ones in order.</param>
/// <param name="Stopped">Others fit too and were not looked at: these are the first of some, not of all.</param>
public record PartyCandidatePage(List<Guid> Ids, bool Stopped);

/// <summary>
/// Part of a name may fit a large share of a million parties, and to put all of these in order for the first page takes seconds. Among many only so many
/// that fit are looked at, whichever they are, and the list says so.
/// </summary>
public class PartyCandidates(
    IAsyncQueryableExecuter executer, IMemoryCache cache, ICurrentTenant tenant, ICurrentUser user, IOptions<PartySearchOptions> options) : ITransientDependency
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    /// <param name="text">As it was typed.</param>
    /// <param name="all">Every party in the reader's sight.</param>
    /// <param name="found">Those that fit.</param>
    /// <param name="rows">How many are to be shown.</param>
    /// <returns>Null when all that fit are to be looked at.</returns>
    public virtual async Task<PartyCandidatePage?> FindAsync(string? text, IQueryable<PartyCandidate> all, IQueryable<PartyCandidate> found, int rows)
    {
        // The end of a telephone fits few.
        if (new PartySearch(text) is not { IsEmpty: false, PhoneFrom: null } || !await AreManyAsync(all)) { return null; }
        var max = options.Value.MaxCandidates;
        var candidates = await executer.ToListAsync(found.Take(max + 1));
        var ordered = candidates.Take(max).OrderBy(candidate => candidate.SortKey, StringComparer.Ordinal).ToList();
        // Those of the last one's name too: databases do not agree on the order of ids.
        var last = ordered.ElementAtOrDefault(rows - 1)?.SortKey;
        var ids = ordered.TakeWhile(candidate => last is null || string.CompareOrdinal(candidate.SortKey, last) <= 0).Select(candidate => candidate.Id).ToList();
        return new PartyCandidatePage(ids, candidates.Count > max);
    }

    private async Task<bool> AreManyAsync(IQueryable<PartyCandidate> all) => await cache.GetOrCreateAsync(("Parties.Many", tenant.Id, user.Id), entry =>
    {
        entry.AbsoluteExpirationRelativeToNow = Remembered;
        return executer.AnyAsync(all.Skip(options.Value.Many));
    });
}
