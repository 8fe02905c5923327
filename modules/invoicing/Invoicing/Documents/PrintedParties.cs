using Invoicing.Settings;
using Kernel.Rights;
using Kernel.Texts;
using Parties.Parties;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;

namespace Invoicing.Documents;

/// <summary>One side of a printed document. What is not known, or covered for who prints, is null.</summary>
public record PrintedParty(
    string Name, string? NationalId = null, string? EconomicCode = null, string? RegistrationNumber = null, string? Address = null, string? PostalCode = null, string? Phone = null);

/// <summary>Seller and buyer with the identifiers that a document of sale in Iran names.</summary>
public class PrintedParties(ISettingProvider settings, IPartyReader parties, ICurrentTenant tenant) : ITransientDependency
{
    public async Task<PrintedParty> GetSellerAsync()
    {
        var values = new Dictionary<string, string?>();
        foreach (var name in InvoicingSettings.Seller.All)
        {
            values[name] = await settings.GetOrNullAsync(name) is { Length: > 0 } value ? value : null;
        }
        return new PrintedParty(
            values[InvoicingSettings.Seller.Name] ?? tenant.Name ?? "", values[InvoicingSettings.Seller.NationalId], values[InvoicingSettings.Seller.EconomicCode],
            values[InvoicingSettings.Seller.RegistrationNumber], values[InvoicingSettings.Seller.Address], values[InvoicingSettings.Seller.PostalCode],
            values[InvoicingSettings.Seller.Phone]);
    }

    /// <summary>As far as the reader sees the party; its name always stands on its document.</summary>
    public async Task<PrintedParty> GetBuyerAsync(SalesDocumentDto document)
    {
        if (await parties.FindCardAsync(document.PartyId) is not { } card)
        {
            return new PrintedParty(document.PartyName);
        }
        var address = card.Access.Address >= FieldAccess.Visible ? card.Addresses.FirstOrDefault() : null;
        return new PrintedParty(
            card.Name, Identifier(card, PartyIdentifierType.CompanyId) ?? Identifier(card, PartyIdentifierType.NationalId), Identifier(card, PartyIdentifierType.EconomicCode),
            Address: address is null ? null : new[] { address.Province, address.City, address.Text }.Where(part => !string.IsNullOrWhiteSpace(part)).OfType<string>().Listed(),
            PostalCode: address?.PostalCode, Phone: card.Access.Phone >= FieldAccess.Visible ? card.Phone : null);
    }

    private static string? Identifier(PartyCard card, PartyIdentifierType type) =>
        card.Access.Identifiers >= FieldAccess.Visible ? card.Identifiers.FirstOrDefault(identifier => identifier.Type == type)?.Value : null;
}
