using Accounting.Features;
using Inventory;

namespace Workspace.Administration.Tenants;

/// <summary>A choice of features to begin with; each can be switched afterwards.</summary>
public enum TenantEdition
{
    Full,

    /// <summary>Customers, quotes and invoices, without stock and without a ledger.</summary>
    Light
}

public static class TenantEditions
{
    /// <summary>Features that an edition leaves out; it has all others as they are by default.</summary>
    public static IReadOnlyList<string> Without(TenantEdition edition) =>
        edition == TenantEdition.Light ? [InventoryFeatures.Enable, AccountingFeatures.Enable] : [];
}
