using Volo.Abp.DependencyInjection;

namespace Parties.Links;

/// <summary>
/// A module's own page about a party (CRM's customer file). A class that implements it ends its name in
/// <c>PartyLinkSource</c>, else it is not found.
/// </summary>
public interface IPartyLinkSource
{
    IReadOnlyList<PartyLink> GetLinks(Guid partyId);
}

/// <param name="Title">Translated.</param>
/// <param name="Order">The smallest is where a click on the party's name leads.</param>
public record PartyLink(string Title, string Url, int Order = 0);

/// <summary>Where a click on a party's name leads: to the first link of the installed modules, else to the party's own page.</summary>
public class PartyLinks(IEnumerable<IPartyLinkSource> sources) : ITransientDependency
{
    public static string DetailsUrl(Guid partyId) => $"/Parties/Parties/Details/{partyId}";

    public IReadOnlyList<PartyLink> Of(Guid partyId) =>
        [.. sources.SelectMany(source => source.GetLinks(partyId)).OrderBy(link => link.Order)];

    public string PrimaryUrl(Guid partyId) => Of(partyId) is [var first, ..] ? first.Url : DetailsUrl(partyId);
}
