using Kernel.Rights;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;

namespace Workspace.Auditing;

/// <summary>Field rights hold for old values too: what a reader may not see on the record he does not see in its history.</summary>
public class ProtectedFields(IPermissionChecker permissions, IPermissionDefinitionManager definitions) : ITransientDependency
{
    private static readonly string[] Amounts =
    [
        "Net", "Discount", "Tax", "Total", "OpenAmount", "Settled", "Credited", "UnitPrice", "DiscountAmount", "NetAmount", "TaxAmount", "Amount", "AllocatedAmount", "PaidBackAmount", "PaidBackWorth", "Worth", "Iban", "UninvoicedAmount", "SharedDiscount", "DiscountPercent"
    ];

    private static readonly (string Entity, string Property, string Field)[] Fields =
    [
        .. OfParties(), .. AmountsOf("Quote", "Invoicing.Quotes"), .. AmountsOf("Order", "Invoicing.Orders"), .. AmountsOf("Invoice", "Invoicing.Invoices"),
        .. AmountsOf("CreditNote", "Invoicing.CreditNotes"), .. AmountsOf("EInvoice", "Invoicing.Invoices"), .. AmountsOf("SalesDocumentLine", "Invoicing.Invoices"),
        .. AmountsOf("Receipt", "Accounting.Receipts"), .. AmountsOf("ReceiptAllocation", "Accounting.Receipts"), .. AmountsOf("Refund", "Accounting.Receipts"), .. AmountsOf("RefundPart", "Accounting.Receipts"), .. AmountsOf("Cheque", "Accounting.Receipts"), .. AmountsOf("Opportunity", "Crm.Opportunities"),
        .. OfCredit()
    ];

    /// <summary>A limit and what stands against it tell what a party owes.</summary>
    private static IEnumerable<(string, string, string)> OfCredit() => new (string Entity, string Property)[]
    {
        ("CreditLimit", "Limit"), ("CreditPass", "Limit"), ("CreditPass", "Exposure"), ("CreditPass", "Amount")
    }.Select(field => (field.Entity, field.Property, RightsPermissions.Field("Accounting.Receipts", "Balance")));

    private static IEnumerable<(string, string, string)> AmountsOf(string entity, string permission) =>
        Amounts.Select(property => (entity, property, RightsPermissions.Field(permission, "Amounts")));

    private static IEnumerable<(string, string, string)> OfParties() => new (string Entity, string Property, string Field)[]
    {
        ("PartyContactPoint", "Value", "Phone"), ("PartyContactPoint", "Value", "Email"),
        ("Lead", "Mobile", "Phone"), ("Lead", "Phone", "Phone"), ("Lead", "Email", "Email"), ("StatementMail", "Email", "Email"),
        ("PartyIdentifier", "Value", "Identifiers"), ("PartyIdentifier", "UniqueKey", "Identifiers"), ("Party", "BirthDate", "BirthDate"),
        ("PartyAddress", "Province", "Address"), ("PartyAddress", "City", "Address"), ("PartyAddress", "Text", "Address"), ("PartyAddress", "PostalCode", "Address")
    }.Select(field => (field.Entity, field.Property, RightsPermissions.Field("Parties.Parties", field.Field)));

    /// <returns>Entities and properties whose values the current user does not see whole.</returns>
    public virtual async Task<HashSet<(string Entity, string Property)>> GetCoveredAsync()
    {
        var covered = new HashSet<(string, string)>();
        foreach (var (entity, property, field) in Fields)
        {
            if (await definitions.GetOrNullAsync(field) is not null
                && !await permissions.IsGrantedAsync(RightsPermissions.Access(field, FieldAccess.Visible))
                && !await permissions.IsGrantedAsync(RightsPermissions.Access(field, FieldAccess.Changeable)))
            {
                covered.Add((entity, property));
            }
        }
        return covered;
    }
}
