namespace Kernel.EntityFrameworkCore;

public static class KernelDbProperties
{
    public const string ConnectionStringName = "Kernel";

    public static string DbTablePrefix { get; set; } = "Ker";
    public static string? DbSchema { get; set; }
}
