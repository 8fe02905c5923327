namespace Crm;

public static class CrmDbProperties
{
    public const string ConnectionStringName = "Crm";
    public static string DbTablePrefix { get; set; } = "Crm";
    public static string? DbSchema { get; set; }
}
