namespace Accounting;

public static class AccountingDbProperties
{
    public const string ConnectionStringName = "Accounting";

    public static string DbTablePrefix { get; set; } = "Acc";
    public static string? DbSchema { get; set; }
}
