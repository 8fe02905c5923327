using Invoicing.Documents;
using Kernel.Rights;

namespace Invoicing.Permissions;

public static class InvoicingPermissions
{
    public const string GroupName = "Invoicing";

    public static class Quotes
    {
        public const string Default = GroupName + ".Quotes";
        public const string Manage = Default + ".Manage";
    }

    public static class Orders
    {
        public const string Default = GroupName + ".Orders";
        public const string Manage = Default + ".Manage";
    }

    public static class Invoices
    {
        public const string Default = GroupName + ".Invoices";
        public const string Manage = Default + ".Manage";
        public const string Issue = Default + ".Issue";
        public const string Import = Default + ".Import";
    }

    public static class CreditNotes
    {
        public const string Default = GroupName + ".CreditNotes";
        public const string Manage = Default + ".Manage";
        public const string Issue = Default + ".Issue";
    }

    public static class TaxRates
    {
        public const string Default = GroupName + ".TaxRates";
        public const string Manage = Default + ".Manage";
    }

    /// <summary>The permission to read documents of a kind.</summary>
    public static string ToRead(DocumentKind kind) => kind switch
    {
        DocumentKind.Quote => Quotes.Default,
        DocumentKind.Order => Orders.Default,
        DocumentKind.Invoice => Invoices.Default,
        _ => CreditNotes.Default,
    };

    /// <summary>The permission to draft and change documents of a kind.</summary>
    public static string ToManage(DocumentKind kind) => kind switch
    {
        DocumentKind.Quote => Quotes.Manage,
        DocumentKind.Order => Orders.Manage,
        DocumentKind.Invoice => Invoices.Manage,
        _ => CreditNotes.Manage,
    };

    /// <summary>The field of prices, totals and open amounts of documents of a kind.</summary>
    public static string ToAmounts(DocumentKind kind) => RightsPermissions.Field(ToRead(kind), Amounts);

    public const string Amounts = "Amounts";
}
