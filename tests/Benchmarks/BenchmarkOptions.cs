using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Workspace.Databases;

namespace Benchmarks;

/// <param name="Connection">A database to load and measure; one of another run is measured as it is. Its <c>{size}</c> is replaced by the size. Null for a throwaway one.</param>
/// <param name="Folder">Where the product keeps its files, and SQLite's database unless a connection says otherwise; null for a throwaway one.</param>
/// <param name="Seconds">Of each slice of a measurement.</param>
/// <param name="Rounds">How many slices of each there are; their spread is the noise.</param>
/// <param name="Check">Compare with the last entry of the history instead of adding one.</param>
/// <param name="Against">A larger size: how much longer people wait there is measured, and nothing else. Null to measure against the floor.</param>
/// <param name="Published">Publishes the product and the empty app first and measures those.</param>
public record BenchmarkOptions(
    DatabaseProvider Provider, string? Connection, string? Folder, int Customers, double Seconds, int Rounds, IReadOnlyList<int> Connections, bool Check, bool Published, string History, string? Only, int? Against)
{
    private static readonly Dictionary<string, int> Sizes = new(StringComparer.OrdinalIgnoreCase) { ["S"] = 1_000, ["M"] = 20_000, ["L"] = 200_000, ["XL"] = 1_000_000 };

    public const string Usage = """
        Benchmarks [--database=PostgreSql|Sqlite] [--size=S|M|L|XL|N] [--connection=…] [--folder=…] [--seconds=1.5] [--rounds=5] [--connections=1,8]
                   [--only=file,list] [--published] [--history=…] [--check]
        Benchmarks --compare=S,XL [--database=…] [--connection="…{size}…"] [--seconds=…] [--rounds=…] [--connections=1,8] [--only=…]
        """;

    /// <summary>Whether it is to be measured.</summary>
    public bool Wants(string task) => Only is null || Only.Split(',').Any(name => task.StartsWith(name, StringComparison.Ordinal));

    public string Size => Sizes.FirstOrDefault(size => size.Value == Customers).Key ?? Customers.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether each switch exists: a misspelt one would be minutes of measuring something else.</summary>
    public static bool Understands(string[] args) =>
        !args.Where(arg => arg.StartsWith('-')).Select(arg => arg.Split('=')[0]).Except(Regex.Matches(Usage, "--[a-z]+").Select(known => known.Value)).Any();

    public static BenchmarkOptions From(string[] args)
    {
        // A switch without a value means yes.
        var given = new ConfigurationBuilder().AddCommandLine([.. args.Select(arg => arg is "--check" or "--published" ? $"{arg}=true" : arg)]).Build();
        var sizes = given["compare"]?.Split(',') ?? [given["size"] ?? "S"];
        return new BenchmarkOptions(
            Enum.Parse<DatabaseProvider>(given["database"] ?? nameof(DatabaseProvider.PostgreSql), ignoreCase: true),
            given["connection"],
            given["folder"],
            CustomersOf(sizes[0]),
            double.Parse(given["seconds"] ?? "1.5", CultureInfo.InvariantCulture),
            int.Parse(given["rounds"] ?? "5", CultureInfo.InvariantCulture),
            [.. (given["connections"] ?? "1,8").Split(',').Select(count => int.Parse(count, CultureInfo.InvariantCulture))],
            given["check"] == "true",
            given["published"] == "true",
            given["history"] ?? Path.Combine(Clone.Root, "tests", "Benchmarks", "history.jsonl"),
            given["only"],
            sizes.Length > 1 ? CustomersOf(sizes[1]) : null);
    }

    private static int CustomersOf(string size) => Sizes.TryGetValue(size, out var customers) ? customers : int.Parse(size, CultureInfo.InvariantCulture);
}
