namespace Invoicing;

public static class InvoicingDbProperties
{
    public const string ConnectionStringName = "Invoicing";

    public static string DbTablePrefix { get; set; } = "Sal";
    public static string? DbSchema { get; set; }
}
