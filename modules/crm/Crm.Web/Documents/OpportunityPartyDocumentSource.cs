using Crm.Localization;
using Crm.Opportunities;
using Crm.Permissions;
using Kernel.Monetary;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Parties.Documents;
using Volo.Abp.DependencyInjection;

namespace Crm.Web.Documents;

/// <summary>The customer's opportunities stand in their file beside the other modules' documents: one statement.</summary>
public class OpportunityPartyDocumentSource(
    CustomerOpportunities opportunities, IAuthorizationService authorization, IStringLocalizer<CrmResource> texts) : IPartyDocumentSource, ITransientDependency
{
    private const string Key = "opportunity";

    public virtual async Task<PartyDocuments> GetDocumentsAsync(Guid partyId, int max, DateOnly today, DateOnly? before = null)
    {
        if (!await authorization.IsGrantedAsync(CrmPermissions.Opportunities.Default))
        {
            return new PartyDocuments([], [], []); // they hold no totals, so the file stays whole without them
        }
        var mayCreate = await authorization.IsGrantedAsync(CrmPermissions.Opportunities.Create);
        var kind = new PartyDocumentKind(
            Key, texts["Opportunities"], texts["Opportunity"], 0, mayCreate ? CrmUrls.NewOpportunity(partyId) : null,
            $"{CrmUrls.Opportunities}?CustomerId={partyId}&State=");
        return new PartyDocuments([kind], [.. (await opportunities.GetAsync(partyId, max, before)).Select(ToDocument)], []);
    }

    private PartyDocument ToDocument(CustomerOpportunity opportunity) => new(
        Key, opportunity.Id, opportunity.Title, opportunity.OpenedOn, opportunity.Amount, opportunity.Amount is { } amount ? Money.Zero(amount.Currency) : null, null,
        opportunity.State == OpportunityState.Open ? opportunity.Stage : texts[$"Enum:OpportunityState.{opportunity.State}"],
        OpportunityText.Tone(opportunity.State), CrmUrls.Opportunity(opportunity.Id), opportunity.NextStep);
}
