using Crm.Localization;
using Crm.Permissions;
using Microsoft.Extensions.Localization;
using Parties.Links;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;

namespace Crm.Web.Links;

/// <summary>A click on a party's name anywhere in the workspace leads to the customer's file.</summary>
public class CustomerFilePartyLinkSource(IPermissionChecker permissions, IStringLocalizer<CrmResource> texts) : IPartyLinkSource, ITransientDependency
{
    public virtual async Task<IReadOnlyList<PartyLink>> GetLinksAsync(Guid partyId) =>
        await permissions.IsGrantedAsync(CrmPermissions.Customers.Default) ? [new PartyLink(texts["CustomerFile"], CrmUrls.File(partyId))] : [];
}
