using System.Text;
using System.Text.RegularExpressions;
using Abp.Tests.Shop;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;

namespace Abp.Tests.Conformance;

/// <summary>The stand-in's tables are ABP's, so that a workspace can change to ABP's packages without moving data.</summary>
public partial class TablesConformanceTests(ShopApp shop) : IClassFixture<ShopApp>
{
    /// <summary>Columns, lengths, keys, indexes and foreign keys. What the application alone sees (CLR types of enums, converters,
    /// value generation, filters) is not compared here.</summary>
    [ListingFact]
    public async Task Every_table_of_ABPs_modules_has_ABPs_columns_and_indexes()
    {
        var abp = Read(AbpListing.Lines("tables-9.2.1.txt"));
        var report = new StringBuilder();
        var compared = 0;
        await shop.InUnitOfWork(async services =>
        {
            var context = await services.GetRequiredService<IDbContextProvider<ShopDbContext>>().GetDbContextAsync();
            var tables = context.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables;
            foreach (var table in tables.Where(x => x.Name.StartsWith("Abp", StringComparison.Ordinal)))
            {
                compared++;
                var here = Lines(table).ToHashSet();
                var there = abp.GetValueOrDefault(table.Name) ?? [];
                foreach (var line in here.Except(there).Order()) { report.AppendLine($"{table.Name}: not in ABP: {line}"); }
                foreach (var line in there.Except(here).Order()) { report.AppendLine($"{table.Name}: missing: {line}"); }
            }
        });
        compared.ShouldBeGreaterThan(15);
        if (report.Length > 0) { Assert.Fail(report.ToString()); }
    }

    private static IEnumerable<string> Lines(ITable table)
    {
        var key = table.PrimaryKey!.Columns.Select(x => x.Name).ToHashSet();
        foreach (var column in table.Columns)
        {
            var property = column.PropertyMappings.First().Property;
            var facts = new List<string>();
            if (key.Contains(column.Name)) { facts.Add("PK"); }
            if (property.GetMaxLength() is { } length) { facts.Add($"max {length}"); }
            facts.Add(column.IsNullable ? "null" : "not null");
            if (property.TryGetDefaultValue(out var value)) { facts.Add($"default {Text(value)}"); }
            if (property.IsConcurrencyToken) { facts.Add("concurrency token"); }
            yield return $"{column.Name} {column.StoreType} [{string.Join(", ", facts)}]";
        }
        foreach (var index in table.Indexes)
        {
            yield return $"INDEX {index.Name}({string.Join(", ", index.Columns.Select(x => x.Name))})"
                + (index.IsUnique ? " unique" : "") + (index.Filter is { } filter ? $" filter {filter}" : "");
        }
        foreach (var foreign in table.ForeignKeyConstraints)
        {
            yield return $"FK {foreign.Name}({string.Join(", ", foreign.Columns.Select(x => x.Name))}) -> {foreign.PrincipalTable.Name}"
                + $"({string.Join(", ", foreign.PrincipalColumns.Select(x => x.Name))}) on delete {foreign.OnDeleteAction}";
        }
    }

    private static string Text(object? value) =>
        value switch { bool flag => flag ? "true" : "false", Enum number => Convert.ToInt64(number).ToString(), _ => $"{value}" };

    /// <summary>The listing in the notation of <see cref="Lines"/>.</summary>
    private static Dictionary<string, HashSet<string>> Read(string[] lines)
    {
        var tables = new Dictionary<string, HashSet<string>>();
        HashSet<string> table = [];
        foreach (var line in lines)
        {
            if (line.StartsWith("TABLE ", StringComparison.Ordinal)) { tables[line.Split(' ')[1]] = table = []; }
            else if (line.TrimStart() is ['I', 'N', 'D', 'E', 'X', ' ', ..] or ['F', 'K', ' ', ..]) { table.Add(line.Trim()); }
            else if (Column().Match(line) is { Success: true } column)
            {
                var facts = column.Groups["facts"].Value.Split(", ")
                    .Where(x => x is "PK" or "null" or "not null" or "concurrency token" || x.StartsWith("max ", StringComparison.Ordinal)
                        || x.StartsWith("default ", StringComparison.Ordinal));
                table.Add($"{column.Groups["name"].Value} {column.Groups["store"].Value} [{string.Join(", ", facts)}]");
            }
        }
        return tables;
    }

    [GeneratedRegex(@"^  (?<name>\w+) : .* (?<store>TEXT|INTEGER|REAL|BLOB) \[(?<facts>.*)\]$")]
    private static partial Regex Column();
}
