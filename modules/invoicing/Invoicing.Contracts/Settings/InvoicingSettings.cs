namespace Invoicing.Settings;

public static class InvoicingSettings
{
    /// <summary>Percent, for lines that name no product.</summary>
    public const string DefaultTaxPercent = "Invoicing.DefaultTaxPercent";
    public const string DefaultCurrency = "Invoicing.DefaultCurrency";

    /// <summary>After how many days an invoice is payable that nobody gave another day; 0 for at once.</summary>
    public const string PaymentDays = "Invoicing.PaymentDays";

    /// <summary>شناسه حافظه مالیاتی: six letters and digits; empty while no electronic invoices are sent.</summary>
    public const string TaxMemoryId = "Invoicing.TaxMemoryId";

    /// <summary>Who sells, as it stands on printed documents.</summary>
    public static class Seller
    {
        private const string Prefix = "Invoicing.Seller.";

        public const string Name = Prefix + "Name";

        /// <summary>شناسه ملی of a company, or کد ملی of a person.</summary>
        public const string NationalId = Prefix + "NationalId";
        public const string EconomicCode = Prefix + "EconomicCode";
        public const string RegistrationNumber = Prefix + "RegistrationNumber";
        public const string Address = Prefix + "Address";
        public const string PostalCode = Prefix + "PostalCode";
        public const string Phone = Prefix + "Phone";

        public static IReadOnlyList<string> All { get; } = [Name, NationalId, EconomicCode, RegistrationNumber, Address, PostalCode, Phone];
    }
}
