using Volo.Abp.DependencyInjection;

namespace Parties.Links;

/// <summary>
/// A module's own page about a party (CRM's customer file). A class that implements it ends its name in
/// <c>PartyLinkSource</c>, else it is not found.
/// </summary>
public interface IPartyLinkSource
{
    /// <returns>Only pages that the current user may open.</returns>
    Task<IReadOnlyList<PartyLink>> GetLinksAsync(Guid partyId);
}

/// <param name="Title">Translated.</param>
/// <param name="Order">The smallest is where a click on the party's name leads.</param>
public record PartyLink(string Title, string Url, int Order = 0);

/// <summary>Where a click on a party's name leads: to the first link of the modules that the reader may use, else to the party's own page.</summary>
public class PartyLinks(IEnumerable<IPartyLinkSource> sources) : ITransientDependency
{
    public static string DetailsUrl(Guid partyId) => $"/Parties/Parties/Details/{partyId}";

    public async Task<IReadOnlyList<PartyLink>> OfAsync(Guid partyId)
    {
        var links = new List<PartyLink>();
        foreach (var source in sources)
        {
            links.AddRange(await source.GetLinksAsync(partyId));
        }
        return [.. links.OrderBy(link => link.Order)];
    }

    public async Task<string> PrimaryUrlAsync(Guid partyId) => await OfAsync(partyId) is [var first, ..] ? first.Url : DetailsUrl(partyId);
}
