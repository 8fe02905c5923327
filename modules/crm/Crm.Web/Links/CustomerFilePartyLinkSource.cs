using Crm.Localization;
using Microsoft.Extensions.Localization;
using Parties.Links;
using Volo.Abp.DependencyInjection;

namespace Crm.Web.Links;

/// <summary>A click on a party's name anywhere in the workspace leads to the customer's file.</summary>
public class CustomerFilePartyLinkSource(IStringLocalizer<CrmResource> texts) : IPartyLinkSource, ITransientDependency
{
    public IReadOnlyList<PartyLink> GetLinks(Guid partyId) => [new PartyLink(texts["CustomerFile"], CrmUrls.File(partyId))];
}
