using Microsoft.Extensions.Configuration;
using Workspace.Databases;

namespace Benchmarks;

/// <param name="Connection">A database to load and measure; one of another run is measured as it is. Null for a throwaway one.</param>
/// <param name="Seconds">Of each slice of a measurement.</param>
/// <param name="Rounds">How many slices of each there are; their spread is the noise.</param>
/// <param name="Check">Compare with the last entry of the history instead of adding one.</param>
/// <param name="Server">The product's assembly, such as of a published build.</param>
public record BenchmarkOptions(
    DatabaseProvider Provider, string? Connection, int Customers, double Seconds, int Rounds, IReadOnlyList<int> Connections, bool Check, string Server, string History, string? Only)
{
    private static readonly Dictionary<string, int> Sizes = new(StringComparer.OrdinalIgnoreCase) { ["S"] = 1_000, ["M"] = 20_000, ["L"] = 200_000, ["XL"] = 1_000_000 };

    public const string Usage = """
        Benchmarks [--database=PostgreSql|Sqlite] [--size=S|M|L|XL|N] [--connection=…] [--seconds=1.5] [--rounds=5] [--connections=1,8]
                   [--only=file,list] [--server=…/Workspace.dll] [--history=…] [--check]
        """;

    public string Size => Sizes.FirstOrDefault(size => size.Value == Customers).Key ?? Customers.ToString(CultureInfo.InvariantCulture);

    public static BenchmarkOptions From(string[] args)
    {
        // A switch without a value means yes.
        var given = new ConfigurationBuilder().AddCommandLine([.. args.Select(arg => arg == "--check" ? "--check=true" : arg)]).Build();
        var size = given["size"] ?? "S";
        return new BenchmarkOptions(
            Enum.Parse<DatabaseProvider>(given["database"] ?? nameof(DatabaseProvider.PostgreSql), ignoreCase: true),
            given["connection"],
            Sizes.TryGetValue(size, out var customers) ? customers : int.Parse(size, CultureInfo.InvariantCulture),
            double.Parse(given["seconds"] ?? "1.5", CultureInfo.InvariantCulture),
            int.Parse(given["rounds"] ?? "5", CultureInfo.InvariantCulture),
            [.. (given["connections"] ?? "1,8").Split(',').Select(count => int.Parse(count, CultureInfo.InvariantCulture))],
            given["check"] == "true",
            given["server"] ?? Clone.ServerAssembly,
            given["history"] ?? Path.Combine(Clone.Root, "tests", "Benchmarks", "history.jsonl"),
            given["only"]);
    }
}
