using Kernel.Rights;

namespace Workspace.Demonstration;

/// <summary>What the demonstration's roles may do, by the names of permissions.</summary>
public static class DemonstrationRoles
{
    /// <summary>Sells in a team: its own customers and the team's, with their telephones and amounts; takes none of it out as a file.</summary>
    public static bool Sales(string name) => IsWithin(RecordScope.Team, name) && !IsExport(name) && IsSelling(name);

    /// <summary>Leads the teams beneath: their customers too, also as a file.</summary>
    public static bool SalesManager(string name) => IsWithin(RecordScope.Unit, name) && IsSelling(name);

    private static bool IsSelling(string name) =>
        IsBelow(name, "Crm", "Parties", "Invoicing.Quotes", "Invoicing.Orders")
        || name is "Invoicing.Invoices" or "Invoicing.CreditNotes" or "Inventory.Products" or "Inventory.Stock" or "Inventory.Warehouses" or "Inventory.PriceLists" or "Accounting.Receipts"
        || IsBelow(name, "Inventory.Deliveries")
        || IsRecordsOf(name, "Invoicing.Invoices", "Invoicing.CreditNotes", "Accounting.Receipts")
        || IsFieldOf(FieldAccess.Visible, name, "Invoicing.Invoices", "Invoicing.CreditNotes", "Accounting.Receipts");

    /// <summary>Sells alone: own customers only, telephones covered, no identifiers, no balance.</summary>
    public static bool Seller(string name) => IsWithin(RecordScope.Own, name) && !IsExport(name)
        && (name is "Parties.Parties" or "Parties.Parties.Create" or "Parties.Parties.Edit" or "Inventory.Products" or "Inventory.Deliveries"
                or "Parties.Parties.Fields.Phone" or "Invoicing.Invoices"
            || IsBelow(name, "Crm", "Invoicing.Quotes", "Invoicing.Orders", "Parties.Parties.Fields.Address")
            || IsFieldOf(FieldAccess.Visible, name, "Invoicing.Invoices") || IsFieldOf(FieldAccess.Changeable, name, "Parties.Parties.Fields.Email"));

    /// <summary>Sees every record and every amount; telephones are covered, birth dates hidden.</summary>
    public static bool Finance(string name) => IsBelow(name, "Accounting", "Invoicing")
        || name is "Parties.Parties" or "Parties.Parties.Fields.Phone" or "Crm.Customers" or "Crm.Activities" or "Inventory.Deliveries"
        || IsRecordsOf(name, "Parties.Parties", "Crm.Activities", "Inventory.Deliveries")
        || IsFieldOf(FieldAccess.Visible, name, "Parties.Parties.Fields.Email", "Parties.Parties.Fields.Identifiers", "Parties.Parties.Fields.Address");

    private static bool IsExport(string name) => name.EndsWith(".Export", StringComparison.Ordinal);

    private static bool IsBelow(string name, params string[] branches) =>
        branches.Any(branch => name == branch || name.StartsWith(branch + ".", StringComparison.Ordinal));

    private static bool IsRecordsOf(string name, params string[] entities) => entities.Any(entity => IsBelow(name, entity + ".Records"));

    /// <summary>Fields of an entity, or one field, up to an access.</summary>
    private static bool IsFieldOf(FieldAccess most, string name, params string[] branches) =>
        branches.Any(branch => IsBelow(name, branch.Contains(".Fields.") ? branch : branch + ".Fields"))
        && !Enum.GetValues<FieldAccess>().Any(access => access > most && name.EndsWith("." + access, StringComparison.Ordinal));

    private static bool IsWithin(RecordScope widest, string name) =>
        !Enum.GetValues<RecordScope>().Any(scope => scope > widest && name.EndsWith(".Records." + scope, StringComparison.Ordinal));
}
